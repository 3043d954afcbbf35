-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-069   Zone does not deny by default
-- none      PR.IR-01, SC-7, SC-7(5): whether or not calls are drawn into it
-- asks      zone.default_deny
-- near      0
select z.id as zone, not z.default_deny as violated
from zone z
