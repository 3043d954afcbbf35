-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-062   Secret that nobody is drawn to hold
-- none      NHI2, IA-5: where it is kept is not said
-- near      0
select s.id as secret, not exists (select 1 from holding h where h.secret = s.id) as violated
from secret s
