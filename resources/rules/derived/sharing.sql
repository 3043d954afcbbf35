-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose state a component may mix: the frontends of the components that use it (a store or cache), or its own. shared:
-- two or more surely (1), fewer than two (0), or it depends on which calls a gateway forwards (NULL).
create temp table if not exists sharing(component text primary key not null, frontends text, shared integer) without rowid;
insert into sharing
with users(component, user) as (
  select w.target, w.source from flow w join component k on k.id = w.target where k.kind in ('session_store', 'cache')
  union
  select id, id from component where kind not in ('session_store', 'cache')),
crowd(component, frontends, surely, possibly) as (
  select component, group_concat(frontend, ' '), sum(sure), count(*)
  from (select u.component, s.frontend, max(s.sure) as sure
        from users u join served s on s.component = u.user
        group by u.component, s.frontend
        order by u.component, s.frontend)
  group by component)
select c.id, k.frontends, case when k.surely >= 2 then 1 when k.possibly >= 2 then null else 0 end
from component c
left join crowd k on k.component = c.id
where c.kind in ('session_store', 'cache', 'cdn', 'api_gateway', 'bff', 'token_mediator', 'backend');
