-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an identity may do, in sum. privileged: some grant is administrator, or stands at a component of criticality 3
-- or more. powerful: some grant is administrator, writes, or reads confidential or regulated data.
create temp table if not exists rights(identity text primary key not null, grants integer, privileged integer, powerful integer) without rowid;
insert into rights
select i.id, count(g.id), some(g.id is not null and (g.admin or t.criticality >= 3)),
       some(g.id is not null and case when g.admin then 1
                                      else (select some(d.access = 'write' or a.sensitivity in ('confidential', 'regulated'))
                                            from grant_data d join data_asset a on a.id = d.data where d.grant = g.id) end)
from identity i left join grant_ g on g.identity = i.id left join component t on t.id = g.target
group by i.id;
