-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-010   Decision or attestation without reason or end date
-- none      ID.RA-07: exceptions are managed
select elements as about, max(reason is null or owner is null or expires_at is null) as violated
from decision
where elements <> '' and status <> 'open'
group by elements
union all
select id, by_whom is null or expires_at is null
from attestation
