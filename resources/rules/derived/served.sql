-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which frontends a component serves: those whose calls reach it, through gateways and content delivery alone. A leg
-- that leaves a gateway and continues nothing serves every frontend that reaches the gateway, but not surely.
create temp table if not exists served(component text not null, frontend text not null, sure integer not null,
                         primary key(component, frontend)) without rowid;
create index if not exists served_frontend on served(frontend);
insert into served
with recursive leg(frontend, flow, component, sure) as (
  select f.id, w.id, w.target, 1
  from component f cross join flow w on w.source = f.id -- in this order: there are few frontends
  where f.kind in ('client_browser', 'client_native')
  union
  select l.frontend, w.id, w.target, l.sure and c.leg is not null
  from leg l
  join component via on via.id = l.component and via.kind in ('api_gateway', 'cdn')
  join flow w on w.source = via.id
  left join flow_continues c on c.flow = w.id and c.leg = l.flow
  where c.leg is not null or not exists (select 1 from flow_continues o where o.flow = w.id))
select component, frontend, max(sure) from leg group by component, frontend;
