-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-023   Frontends of different owners or data share an origin
-- none      RFC 10017 9.4 tells them from one owner's
-- asks      component.origin, data_asset.sensitivity
with browser(id, origin, owner) as (select id, origin, owner from component where kind = 'client_browser'),
moves(id, sensitive) as (
  select b.id, some(d.sensitivity in ('confidential', 'regulated'))
  from (select b.id, w.id as flow from browser b cross join flow w on w.source = b.id -- cross join: from the browsers
        union all
        select b.id, w.id from browser b cross join flow w on w.target = b.id) b
  cross join flow_data m on m.flow = b.flow
  cross join data_asset d on d.id = m.data
  group by b.id),
crowd(origin, members, mixed) as (
  select b.origin, count(*),
         count(b.owner) < count(*) or min(b.owner) <> max(b.owner)
           or (some(case when m.id is null then 0 else m.sensitive end)
               and some(case when m.id is null then 1 else not m.sensitive end))
  from browser b left join moves m on m.id = b.id where b.origin is not null group by b.origin),
counted(browsers, silent) as (select count(*), count(*) - count(origin) from browser)
select f.id as frontend,
       case when c.members > 1 and c.mixed then 1
            when counted.browsers = 1 or (f.origin is not null and counted.silent = 0)
              then case when c.members > 1 then c.mixed else 0 end end as violated
from browser f
join counted
left join crowd c on c.origin = f.origin
