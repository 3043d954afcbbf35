-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the frontends of a component have in common. shared: two or more surely (1), fewer than two (0), or it depends
-- on which calls a gateway forwards (NULL).
create temp table if not exists serving(component text primary key not null, frontends text, shared integer, one_owner integer,
                          one_application integer) without rowid;
insert into serving
select component, group_concat(frontend, ' '),
       case when sum(sure) >= 2 then 1 when count(frontend) < 2 then 0 end,
       case when count(owner) = count(*) then min(owner) = max(owner) end,
       case when count(application) = count(*) then min(application) = max(application) end
from (select c.id as component, s.frontend, s.sure, f.owner, f.application
      from component c left join served s on s.component = c.id left join component f on f.id = s.frontend
      order by c.id, s.frontend)
group by component;
