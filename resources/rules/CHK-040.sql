-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-040   Call not authorised at its target
-- none      API1, API5 and ID-SEG-REC-5: none, or by network alone
-- asks      flow.authz_at_target
-- near      0
select w.id as flow, w.authz_at_target in ('none', 'network') as violated
from flow w
