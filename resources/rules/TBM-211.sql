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
with client(secret, public, holders) as (
  select secret, some(oauth_client_type = 'public'), group_concat(component, ' ')
  from (select h.secret, h.component, c.oauth_client_type
        from holding h join component c on c.id = h.component
        where c.kind <> 'secret_store'
        order by h.secret, h.component)
  group by secret)
select s.id as secret,
       not s.expires or s.max_lifetime_s = 0
         or (s.bound_to is null and s.rotation = 'none' and case when k.secret is null then 0 else k.public end) as violated,
       case when s.bound_to is null and s.rotation = 'none' and k.public then 'high' end as severity,
       case when (not s.expires or s.max_lifetime_s = 0) and s.bound_to is null and s.rotation = 'none' and k.public
              then 'of a public client, without an end and without protection against replay'
            when s.bound_to is null and s.rotation = 'none' and k.public
              then 'of a public client, and is neither rotated nor bound to its sender'
            else 'without an end' end as why,
       k.holders, :max_session_s as longest
from secret s
left join client k on k.secret = s.id
where s.kind = 'refresh_token'
