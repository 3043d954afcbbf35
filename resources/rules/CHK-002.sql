-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-002   Machine identity without end date
-- none      NHI1 asks for an expiry beside a review
-- near      0
select id as identity, expires_at is null as violated
from identity
where kind <> 'human'
