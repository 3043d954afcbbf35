-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-067   Credential of a call lasts too long
-- none      NHI4, ID-SEG-REC-2, V13.2.1: short-lived, by what the call carries or its source holds
-- asks      flow.authn, flow.caller_identity, secret.expires, secret.lifetime_s, identity.credential_type
-- near      2
with life(secret, identity, lasting) as not materialized (
  select s.id, s.identity,
         not s.expires or s.lifetime_s > case when s.kind = 'session_cookie' then :max_session_s
                                              when s.kind in ('access_token', 'id_token') then :max_access_token_s
                                              else 86400 * :max_secret_days end
  from secret s),
held(component, identity, lasting) as materialized (
  select h.component, l.identity, some(l.lasting) from holding h join life l on l.secret = h.secret
  where l.identity is not null
  group by h.component, l.identity)
select w.id as flow,
       case when w.authn is null then null
            when exists (select 1 from flow_secret u where u.flow = w.id)
              then (select some(l.lasting) from flow_secret u join life l on l.secret = u.secret where u.flow = w.id)
            when w.caller_identity is not null
              then (select case when k.identity is not null then k.lasting
                                when i.credential_type in ('federated', 'platform') then 0 end
                    from identity i
                    left join held k on k.component = w.source and k.identity = i.id
                    where i.id = w.caller_identity) end as violated
from flow w
where (w.authn in ('none', 'network_location')) is not 1
