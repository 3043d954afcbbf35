-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which identities a component can act as: those it runs as, and those whose secrets it holds.
create temp table if not exists acts_as(component text not null, identity text not null, primary key(component, identity)) without rowid;
create index if not exists acts_as_identity on acts_as(identity);
insert into acts_as
select component, identity from assignment where true
union all
select h.component, s.identity from holding h join secret s on s.id = h.secret where s.identity is not null
on conflict do nothing;
