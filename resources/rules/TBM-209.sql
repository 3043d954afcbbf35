-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-209   Token scope wider than its use
-- medium    a stolen or misused token does more than the client needs
-- says      {secret} is good for more than the calls that carry it ask for.
-- asks      secret.restricted, grant.scope, flow.required_scope
-- fix       Request and grant only the needed scopes; downscope per call.
-- controls  ietf-rfc-9700 2.3; owasp-asvs-5.0.0 V10.2.3; owasp-asvs-5.0.0 V10.4.11; owasp-nhi-2025 NHI5:2025
-- source    RFC 9700 2.3; S10
-- near      1
select s.id as secret,
       case s.restricted
         when 0 then 1
         when 1 then
           (select some(case when g.scope is not null then
                          g.scope = '*' or not
                          (select some(case when need.present is not null then need.present when known.present = 0 then 0 end)
                           from flow_secret u
                           left join flow_has need on need.flow = u.flow and need.what = 'required_scope.' || g.scope
                           left join flow_has known on known.flow = u.flow and known.what = 'required_scope.*'
                           where u.secret = s.id) end)
            from secret_only o join grant_ g on g.id = o.grant
            where o.secret = s.id)
       end as violated
from secret s
where s.kind = 'access_token' and exists (select 1 from flow_secret u where u.secret = s.id)
