-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-115   Frontends share one origin
-- medium    one script injection speaks for all of them; neither CORS nor CSP can tell them apart
-- says      {frontend} does not have an origin to itself{shared}{frontends}.
-- asks      component.origin
-- fix       One application per origin.
-- controls  ietf-rfc-10017 9.4; owasp-asvs-5.0.0 V3.5.4
-- source    RFC 10017 9.4
with browser(id, origin) as (select id, origin from component where kind = 'client_browser' order by id),
crowd(origin, members, frontends) as (select origin, count(*), group_concat(id, ' ') from browser where origin is not null group by origin),
counted(browsers, silent, first) as (select count(*), count(*) - count(origin), min(case when origin is null then id end) from browser)
select f.id as frontend,
       case when crowd.members > 1 then 1
            when counted.browsers = 1 or (f.origin is not null and counted.silent = 0) then 0 end as violated,
       case when crowd.members > 1 then '; on ' || f.origin || ' are ' else '' end as shared,
       case when crowd.members > 1 then crowd.frontends end as frontends,
       counted.first as silent
from browser f
join counted
left join crowd on crowd.origin = f.origin
