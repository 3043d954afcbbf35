-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-011   Machine identity used in more than one zone
-- none      PR.AA-01: shared across zones
select i.id as identity, count(distinct c.zone) > 1 as violated
from identity i
left join assignment a on a.identity = i.id
left join component  c on c.id = a.component
where i.kind <> 'human'
group by i.id
