-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which identities a component can act as: those it runs as, and those whose secrets it holds. secrets: the ones it
-- holds, NULL if none. Some of them outlives a limit if "forever or longest_s > limit". forever: some does not expire (1),
-- all expire and it is known when (0), or neither is known (NULL); longest_s: the longest lifetime that is known.
create temp table if not exists acts_as(component text not null, identity text not null, secrets text, forever integer,
                          longest_s integer, primary key(component, identity)) without rowid;
create index if not exists acts_as_identity on acts_as(identity);
insert into acts_as
select h.component, s.identity, group_concat(s.id, ' '),
       case when min(s.expires) = 0 then 1 when count(s.expires) = count(*) and count(s.lifetime_s) = count(*) then 0 end,
       max(s.lifetime_s)
from holding h join secret s on s.id = h.secret
where s.identity is not null
group by h.component, s.identity
union all
select component, identity, null, null, null from assignment where true
on conflict do nothing;
