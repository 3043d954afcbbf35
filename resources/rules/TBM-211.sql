-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-211   Refresh token without replay protection or end date
-- medium    its theft gives standing access
-- high      as well, a public client has it and it is neither rotated nor bound
-- says      {secret} is a refresh token {why}.
-- asks      secret.expires, secret.max_lifetime_s, secret.rotation, component.oauth_client_type
-- fix       Rotate or bind it; give it an absolute end.
-- edit      update secret set expires = 1, max_lifetime_s = coalesce(nullif(max_lifetime_s, 0), :longest), rotation = case
--           when bound_to is null and rotation = 'none' then 'automatic' else rotation end where id = :secret
-- controls  ietf-rfc-9700 4.14; ietf-rfc-10017 6.3.2.3; owasp-asvs-5.0.0 V10.4.5; owasp-asvs-5.0.0 V10.4.8;
--           owasp-nhi-2025 NHI7:2025
-- source    RFC 9700 4.14 (MUST)
-- near      1
select secret,
       not expires or max_lifetime_s = 0 or (bound_to is null and rotation = 'none' and public) as violated,
       case when bound_to is null and rotation = 'none' and public then 'high' end as severity,
       case when (not expires or max_lifetime_s = 0) and bound_to is null and rotation = 'none' and public
              then 'of a public client, without an end and without protection against replay'
            when bound_to is null and rotation = 'none' and public
              then 'of a public client, and is neither rotated nor bound to its sender'
            else 'without an end' end as why,
       holders, :max_session_s as longest
from (select s.id as secret, s.expires, s.max_lifetime_s, s.bound_to, s.rotation,
             some(c.id is not null and c.oauth_client_type = 'public') as public, group_concat(c.id, ' ') as holders
      from secret s
      left join holding h on h.secret = s.id
      left join component c on c.id = h.component and c.kind <> 'secret_store'
      where s.kind = 'refresh_token'
      group by s.id)
