-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-504   Secret without expiry or above policy lifetime
-- medium    a leak has no end
-- high      as well, it opens something of criticality 3 or more, or is held at the edge, by a client or by a third
--           party
-- says      {secret} does not expire, or only after longer than policy allows.
-- asks      secret.expires, secret.lifetime_s
-- fix       Expiry; certificates and tokens instead of static keys.
-- edit      update secret set expires = 1, lifetime_s = :longest where id = :secret
-- controls  owasp-nhi-2025 NHI7:2025; nist-csf-2.0 PR.AA-01; nist-sp-800-53-r5 IA-5; owasp-asvs-5.0.0 V13.3.4
-- source    S3; NHI7
-- near      2
select s.id as secret,
       not s.expires or s.lifetime_s > s.longest as violated,
       case when o.criticality >= 3
              or exists (select 1 from holding h join component c on c.id = h.component left join zone z on z.id = c.zone
                         where h.secret = s.id
                           and (c.kind in ('client_browser', 'client_native', 'client_machine', 'third_party_service')
                                or c.third_party or z.kind in ('edge', 'third_party')))
            then 'high' end as severity,
       s.longest
from (select id, expires, lifetime_s,
             86400 * case kind when 'tls_key' then :max_secret_days_tls_key
                               when 'signing_key' then :max_secret_days_signing_key
                               else :max_secret_days end as longest
      from secret
      where kind not in ('access_token', 'refresh_token', 'id_token', 'session_cookie')) s
join opens o on o.secret = s.id
where (not s.expires or s.lifetime_s > s.longest) is not 0 -- else satisfied
