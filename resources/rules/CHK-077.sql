-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-077   Exposure not stated
-- none      API9: to which zones it is open
-- asks      component.open_to
-- near      0
select c.id as component,
       case when exists (select 1 from component_open_to o where o.component = c.id) or every_one.present = 0 then 0 end as violated
from component c
left join component_has every_one on every_one.component = c.id and every_one.what = 'open_to.*'
