-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-113   Shared state not partitioned between frontends
-- medium    what was made for one user or frontend can be handed to another
-- high      as well, tokens or sessions are kept there
-- says      {component} keeps state of {frontends} together, without partitions.
-- asks      component.partitioning of component, component.function.caching of component,
--           component.function.session_management of component, flow.continues
-- fix       Separate stores or keys per frontend and tenant; no caching of authenticated responses at the edge.
-- edit      update component set partitioning = 'per_frontend' where id = :component
-- controls  nist-sp-800-53-r5 SC-4; nist-sp-800-53-r5 SC-7(21); owasp-asvs-5.0.0 V14.2.2
-- source    S9; the text of SC-4
-- near      1
select c.id as component,
       v.shared
         and (c.kind in ('session_store', 'cache') or caching.present or sessions.present)
         and c.partitioning = 'none' as violated,
       case when c.kind = 'session_store' or sessions.present
              or exists (select 1 from holding h join secret s on s.id = h.secret
                         where h.component = c.id
                           and s.kind in ('session_cookie', 'session_key', 'access_token', 'refresh_token', 'id_token'))
            then 'high' end as severity,
       v.frontends
from sharing v
join component c on c.id = v.component
left join component_has caching on caching.component = c.id and caching.what = 'function.caching'
left join component_has sessions on sessions.component = c.id and sessions.what = 'function.session_management'
where v.shared is not 0 and (c.partitioning = 'none') is not 0 -- else satisfied
