-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-071   Kept state is not partitioned
-- none      SC-4: of one frontend, too, there may be several tenants
-- asks      component.partitioning, component.function.caching, component.function.session_management
-- near      0
select c.id as component,
       (c.kind in ('session_store', 'cache') or caching.present or sessions.present) and c.partitioning = 'none' as violated
from component c
left join component_has caching on caching.component = c.id and caching.what = 'function.caching'
left join component_has sessions on sessions.component = c.id and sessions.what = 'function.session_management'
where c.kind in ('session_store', 'cache', 'cdn', 'api_gateway', 'bff', 'token_mediator', 'backend')
