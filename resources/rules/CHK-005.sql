-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-005   Machine identity spans zones, applications or kinds
-- none      NHI9 tells this from reuse within one place
-- asks      component.application
select i.id as identity,
       count(distinct coalesce(c.zone, '')) > 1 or count(distinct c.kind) > 1
         or case when count(distinct c.application) > 1 then 1 when count(c.application) = count(c.id) or count(c.id) < 2 then 0 end as violated
from identity i
left join assignment a on a.identity = i.id
left join component  c on c.id = a.component
where i.kind <> 'human'
group by i.id
