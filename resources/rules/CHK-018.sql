-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-018   Revocation not tested in time
-- none      RS.MI-01
-- asks      identity.revocation_tested_at, secret.revocation_tested_at
-- near      0
select id as element, days(revocation_tested_at, :today) > :max_review_days as violated
from identity
where revocation_procedure is not null and kind <> 'human'
union all
select id, days(revocation_tested_at, :today) > :max_review_days
from secret
where revocation_procedure is not null
