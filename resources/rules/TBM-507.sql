-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-507   Secret kept in a weaker zone than it opens
-- high      the compromise of the outer zone steps inside
-- says      {component} holds {secret}, which opens only what stands in more trusted zones.
-- asks      zone.trust, component.zone, secret.restricted, holding.storage_form
-- fix       Move the secret inward; exchange for a narrower token at the boundary.
-- controls  owasp-nhi-2025 NHI2:2025; nist-sp-800-53-r5 SC-7; nist-sp-800-53-r5 AC-4; nist-sp-800-207 Section 2
-- yields    TBM-101 secret
-- yields    TBM-201 secret component
-- source    S1, S13
-- near      2
select s.id as secret, h.component as component,
       case when s.kind in ('access_token', 'refresh_token', 'id_token', 'session_cookie') and s.restricted is null then null
            else o.lowest_trust - z.trust >= :max_trust_drop and case when o.trust_complete then 1 end end
         and not (s.kind = 'session_cookie' and c.kind = 'client_browser' and h.storage_form = 'http_only_cookie') as violated
from secret s -- cross join: secret by secret
cross join opens o on o.secret = s.id
cross join holding h on h.secret = s.id
cross join component c on c.id = h.component
left join zone z on z.id = c.zone
where o.grants > 0
  and not (c.kind in ('api_gateway', 'bff', 'token_mediator')
           and exists (select 1 from assignment a where a.component = c.id and a.identity = s.identity))
order by s.id -- as the table has them
