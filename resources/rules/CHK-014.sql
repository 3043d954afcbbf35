-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-014   Machine identity not reviewed in time
-- none      PR.AA-05: reviewed
select id as identity, last_reviewed is null or days(last_reviewed, :today) > :max_review_days as violated
from identity
where kind <> 'human'
