-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-005   Machine identity spans zones, applications or kinds
-- none      NHI9 tells this from reuse within one place
-- asks      component.application
-- near      1
select i.id as identity,
       count(distinct coalesce(c.zone, '')) > 1 or count(distinct c.kind) > 1
         or case when count(distinct c.application) > 1 then 1 when count(c.application) = count(*) then 0 end as violated
from (select identity from assignment group by identity having count(*) >= 2) shared
cross join identity i on i.id = shared.identity
cross join assignment a on a.identity = i.id
cross join component c on c.id = a.component
where i.kind <> 'human'
group by i.id
