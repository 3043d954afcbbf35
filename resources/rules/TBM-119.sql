-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-119   Management function reachable from a user-facing zone
-- high      administrative takeover from the front door
-- says      The call {flow} reaches administration at {target} on a path that users have, {why}.
-- asks      flow.operation of calls, flow.authn of calls, component.zone of places, zone.kind of places
-- fix       A management zone, origin and authentication of its own.
-- controls  nist-sp-800-53-r5 SC-2; owasp-api-2023 API5:2023; owasp-asvs-5.0.0 V8.4.2
-- source    SP 800-53 SC-2
-- near      3, flow 2, served 1
with front as materialized (
  select s.component, some(z.kind in ('internet', 'edge') and case when s.sure then 1 end) as facing,
         group_concat(case when z.kind is null then coalesce(z.id, f.id) end, ' ') as places
  from served s
  join component g on g.id = s.component
  join component f on f.id = s.frontend
  left join zone z on z.id = f.zone
  where g.kind in ('api_gateway', 'cdn', 'bff')
    /*near and s.component in (select source from flow where id in near)*/
  group by s.component),
call as materialized (
  select w.id as flow, w.source, w.target, w.authn in ('none', 'network_location') as bare, w.authn,
         y.kind in ('api_gateway', 'cdn', 'bff') as passes,
         (t.kind = 'admin_console' or w.operation = 'admin')
           and (z.kind in ('internet', 'edge') or case when f.component is null then 0 else f.facing end) as open,
         t.kind = 'admin_console' or w.operation = 'admin' as admin,
         case when z.kind is null then coalesce(z.id, y.id) end as place, f.places
  from component y -- cross join: from the components on such a path
  left join zone z on z.id = y.zone
  left join front f on f.component = y.id
  cross join flow w on w.source = y.id
  cross join component t on t.id = w.target
  where (z.kind in ('internet', 'edge') or case when f.component is null then 0 else f.facing end) is not 0 -- else satisfied
    and (w.operation = 'admin' or t.kind = 'admin_console') is not 0
    /*near and y.id in (select source from flow where id in near)*/)
select c.flow as flow, c.target as target,
       c.open and (c.bare or (c.passes
                              and (select some(o.operation in ('public_read', 'read_sensitive', 'write') and o.authn = c.authn)
                                   from flow o where o.source = c.source and o.id <> c.flow))) as violated,
       case when c.bare then 'without authentication'
            else 'with no authentication beyond that of the user functions beside it' end as why,
       c.flow || case when c.admin and c.passes
                      then coalesce((select ' ' || group_concat(o.id, ' ') from flow o
                                     where o.source = c.source and o.id <> c.flow and (o.operation is null or o.authn is null)), '')
                      else '' end as calls,
       coalesce(c.place, '') || coalesce(' ' || c.places, '') as places
from call c
