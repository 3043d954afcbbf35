-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-014   Machine identity not reviewed in time
-- none      PR.AA-05: reviewed
-- near      1
select i.id as element,
       case when i.last_reviewed is null then 1 else days(i.last_reviewed, :today) > :max_review_days end as violated
from identity i
where i.kind <> 'human'
union all
select g.id,
       case when i.last_reviewed is null then 1 else days(i.last_reviewed, :today) > :max_review_days end
from grant_ g join identity i on i.id = g.identity
where i.kind <> 'human'
