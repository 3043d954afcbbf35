-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-006   Component not fully described
-- none      inventory: owner, environment and life cycle
-- asks      component.environment, component.lifecycle
-- near      0
select c.id as component,
       c.owner is null or case when c.environment is not null and c.lifecycle is not null then 0 end as violated
from component c
