-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-011   Machine identity used in more than one zone
-- none      PR.AA-01: shared across zones
-- near      1
select i.id as identity, count(distinct c.zone) > 1 as violated
from (select identity from assignment group by identity having count(*) >= 2) shared
cross join identity i on i.id = shared.identity
cross join assignment a on a.identity = i.id
cross join component c on c.id = a.component
where i.kind <> 'human'
group by i.id
