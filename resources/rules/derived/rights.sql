-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an identity may do, in sum. privileged: some grant is administrator, or stands at a component of criticality 3
-- or more. powerful: some grant is administrator, writes, or reads confidential or regulated data.
create temp table if not exists rights(identity text primary key not null, grants integer, privileged integer, powerful integer) without rowid;
insert into rights
select i.id, count(g.id), some(g.id is not null and (g.admin or t.criticality >= 3)),
       some(g.id is not null and case when g.admin then 1 else m.powerful end)
from identity i left join grant_ g on g.identity = i.id left join component t on t.id = g.target
left join (select g.id as grant, some(d.access is not null and (d.access = 'write' or a.sensitivity in ('confidential', 'regulated'))) as powerful
           from grant_ g left join grant_data d on d.grant = g.id left join data_asset a on a.id = d.data
           group by g.id) m on m.grant = g.id
group by i.id;
