-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-503   Secret held beyond its identity's components
-- high      a component can impersonate another, and it does not show as reuse of an identity
-- says      {component} holds {secret}, which proves {identity}, and does not run as it.
-- fix       Remove the copy; issue its own credential.
-- edit      delete from holding where secret = :secret and component = :component
-- controls  owasp-nhi-2025 NHI9:2025; owasp-nhi-2025 NHI2:2025; owasp-asvs-5.0.0 V13.3.2; nist-sp-800-53-r5 IA-5
-- yields    TBM-403 identity component=components
-- source    NHI9
-- near      1
select s.id as secret, h.component as component,
       1 as violated,
       i.id as identity
from secret s -- cross join: secret by secret
cross join identity i on i.id = s.identity
cross join holding h on h.secret = s.id
cross join component c on c.id = h.component
where i.kind <> 'human' and c.kind <> 'secret_store'
  -- Drawn or not drawn, and so never unknown.
  and not exists (select 1 from assignment a where a.identity = i.id and a.component = c.id)
  and (exists (select 1 from assignment a where a.identity = i.id)
       or exists (select 1 from holding o join component k on k.id = o.component
                  where o.secret = s.id and o.component <> c.id and k.kind <> 'secret_store'))
