-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether some identity is privileged (see rights), for where it is not known which one it is. machine: some that is no
-- person's; shared: some that two or more components run as. There is one row.
create temp table if not exists privileged(machine integer, shared integer);
insert into privileged
select (select some(r.privileged) from rights r join identity i on i.id = r.identity where i.kind <> 'human'),
       (select some(r.privileged)
        from (select identity from assignment group by identity having count(*) >= 2) s join rights r on r.identity = s.identity);
