-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an identity may do, in sum. privileged: some grant is administrator, or stands at a component of criticality 3
-- or more.
create temp table if not exists rights(identity text primary key not null, grants integer, privileged integer) without rowid;
insert into rights
select i.id, count(g.id), some(g.id is not null and (g.admin or t.criticality >= 3))
from identity i left join grant_ g on g.identity = i.id left join component t on t.id = g.target
group by i.id;
