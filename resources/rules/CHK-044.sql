-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-044   Administration reached on a path that users have
-- none      SC-2: separate authentication, but no separate path
-- asks      flow.operation, component.zone, zone.kind
-- near      3, flow 0, served 1
with front(component, facing) as (
  select s.component, some(z.kind in ('internet', 'edge') and case when s.sure then 1 end)
  from served s
  join component g on g.id = s.component
  join component f on f.id = s.frontend
  left join zone z on z.id = f.zone
  where g.kind in ('api_gateway', 'cdn', 'bff')
    /*near and s.component in (select source from flow where id in near)*/
  group by s.component)
select w.id as flow,
       (t.kind = 'admin_console' or w.operation = 'admin')
         and (z.kind in ('internet', 'edge') or case when f.component is null then 0 else f.facing end) as violated
from component y -- cross join: from the components on such a path
left join zone z on z.id = y.zone
left join front f on f.component = y.id
cross join flow w on w.source = y.id
cross join component t on t.id = w.target
where (z.kind in ('internet', 'edge') or case when f.component is null then 0 else f.facing end) is not 0 -- else satisfied
  and (w.operation = 'admin' or t.kind = 'admin_console') is not 0
  /*near and y.id in (select source from flow where id in near)*/
