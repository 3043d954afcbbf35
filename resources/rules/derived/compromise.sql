-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Filled by the engine, not by a query: what one compromise reaches, as stated and in the worst case. reach = the
-- components at level exposed or controlled, the source itself not counted.
create temp table if not exists blast(source text primary key not null, score real not null, worst_score real not null,
                        components integer not null, worst_components integer not null, critical integer,
                        users integer not null, frontends integer not null, worst_frontends integer not null,
                        first_frontend text, second_frontend text, joins text not null) without rowid;
create temp table if not exists blast_component(seed text not null, component text not null, level text not null, breadth text not null,
                                  primary key(seed, component)) without rowid;
