-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-016   Entry with one layer of rate limiting
-- none      PR.IR-04: at the gateway, and per session behind it
-- asks      component.function.rate_limit
-- near      3, flow 2
select w.id as flow, c.unlimited as violated
from (select t.id, t.zone, not some(n.id is not null and has.present) as unlimited
      from component t
      left join flow n on n.source = t.id
      left join component_has has on has.component = n.target and has.what = 'function.rate_limit'
      /*near where t.id in (select target from flow where id in near)*/
      group by t.id) c -- grouped: SQLite takes them to be few, and goes target by target over a whole model
join flow w on w.target = c.id
join component y on y.id = w.source
where c.unlimited is not 0 and c.zone is not y.zone -- else satisfied
