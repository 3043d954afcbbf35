-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-201   Static secret in a browser or native client
-- critical  it is shipped to every user, and so is public
-- high      it is restricted, and opens nothing beyond saying which application calls
-- says      {component} is a client and holds the static secret {secret}.
-- asks      secret.per_device
-- fix       Remove; call through the BFF; treat the client as public.
-- edit      delete from holding where secret = :secret and component = :component
-- controls  owasp-nhi-2025 NHI2:2025; ietf-rfc-10017 6.3.3.1; nist-sp-800-53-r5 IA-5(7); owasp-asvs-5.0.0 V13.3.1
-- source    S7
-- near      1
select s.id as secret, c.id as component,
       not s.per_device as violated,
       case when s.restricted and not exists (select 1 from secret_only o where o.secret = s.id) then 'high' end as severity
from component c cross join holding h on h.component = c.id -- cross join: from the few frontends
join secret s on s.id = h.secret
where c.kind in ('client_browser', 'client_native')
  and s.kind in ('client_secret', 'api_key', 'password', 'private_key', 'db_password', 'signing_key', 'encryption_key')
