-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose state a component may mix: the frontends of the components that use it (a store or cache), or its own. shared:
-- two or more surely (1), fewer than two (0), or it depends on which calls a gateway forwards (NULL).
create temp table if not exists sharing(component text primary key not null, frontends text, shared integer) without rowid;
insert into sharing
select component, group_concat(frontend, ' '), case when sum(sure) >= 2 then 1 when count(frontend) < 2 then 0 end
from (select k.id as component, s.frontend, max(s.sure) as sure
      from component k left join flow w on w.target = k.id left join served s on s.component = w.source
      where k.kind in ('session_store', 'cache')
      group by k.id, s.frontend
      union all
      select c.id, s.frontend, s.sure
      from component c left join served s on s.component = c.id
      where c.kind in ('cdn', 'api_gateway', 'bff', 'token_mediator', 'backend'))
group by component;
