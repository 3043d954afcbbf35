-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-021   Posture not watched
-- none      tenet 5: owner, life cycle, a source of posture
-- asks      component.lifecycle, component.posture_source
-- near      0
select c.id as component,
       c.owner is null or case when c.lifecycle is not null and c.posture_source is not null then 0 end as violated
from component c
