-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-001   Owner of a machine identity has left
-- none      NHI1 and GV.RR-02 tell a departed owner from none
-- asks      identity.owner_status
-- near      0
select id as identity, owner is not null and owner_status = 'departed' as violated
from identity
where kind <> 'human'
