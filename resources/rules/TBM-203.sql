-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-203   Access token reachable by browser code
-- medium    a stolen token works from anywhere until it expires
-- high      the frontend moves sensitive data, or more than one service accepts the token
-- low       a token mediator hands it out for a short time, and it is bound to its sender
-- says      {component} holds the access token {secret}, within reach of any script in it.
-- fix       Full BFF; otherwise shorten, narrow and bind the token (DPoP).
-- controls  owasp-asvs-5.0.0 V10.1.1; ietf-rfc-10017 6.2; ietf-rfc-10017 9.1
-- source    S7; RFC 10017 6.2.4
-- near      3, flow 2, served 1
select s.id as secret, c.id as component,
       1 as violated,
       case when s.lifetime_s <= :max_browser_token_s and s.bound_to is not null
             and exists (select 1 from served v join component b on b.id = v.component
                         where v.frontend = c.id and b.kind = 'token_mediator')
              then 'low'
            when s.restricted = 0
              or (s.restricted and (select count(distinct g.target) from secret_only o join grant_ g on g.id = o.grant
                                    where o.secret = s.id) > 1)
              or exists (select 1 from flow w join flow_data m on m.flow = w.id join data_asset d on d.id = m.data
                         where (w.source = c.id or w.target = c.id) and d.sensitivity in ('confidential', 'regulated'))
              then 'high' end as severity
from component c cross join holding h on h.component = c.id -- cross join: from the few browsers
join secret s on s.id = h.secret
where c.kind = 'client_browser' and s.kind = 'access_token'
