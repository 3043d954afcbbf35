-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-067   Credential of a call lasts too long
-- none      NHI4, ID-SEG-REC-2, V13.2.1: short-lived, by what the call carries or its source holds
-- asks      flow.authn, flow.caller_identity, secret.expires, secret.lifetime_s, identity.credential_type
with life(secret, identity, lasting) as not materialized (
  select s.id, s.identity,
         not s.expires or s.lifetime_s > case when s.kind = 'session_cookie' then :max_session_s
                                              when s.kind in ('access_token', 'id_token') then :max_access_token_s
                                              else 86400 * :max_secret_days end
  from secret s)
select w.id as flow,
       case when w.authn is null then null
            when exists (select 1 from flow_secret u where u.flow = w.id)
              then (select some(l.lasting) from flow_secret u join life l on l.secret = u.secret where u.flow = w.id)
            when w.caller_identity is not null
              then (select case when count(*) > 0 then some(l.lasting)
                                else (select case when i.credential_type in ('federated', 'platform') then 0 end
                                      from identity i where i.id = w.caller_identity) end
                    from life l join holding h on h.secret = l.secret
                    where l.identity = w.caller_identity and h.component = w.source) end as violated
from flow w
where (w.authn in ('none', 'network_location')) is not 1
