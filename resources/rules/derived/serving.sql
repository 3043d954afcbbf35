-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the frontends of a component have in common. shared: two or more surely (1), fewer than two (0), or it depends
-- on which calls a gateway forwards (NULL).
create temp table if not exists serving(component text primary key not null, frontends text, shared integer, one_owner integer,
                          one_application integer) without rowid;
insert into serving
select s.component, group_concat(s.frontend, ' '),
       case when sum(s.sure) >= 2 then 1 when count(*) < 2 then 0 end,
       case when count(f.owner) = count(*) then min(f.owner) = max(f.owner) end,
       case when count(f.application) = count(*) then min(f.application) = max(f.application) end
from served s cross join component f on f.id = s.frontend -- in this order: component by component
group by s.component
union all
select c.id, null, 0, null, null from component c where not exists (select 1 from served s where s.component = c.id);
