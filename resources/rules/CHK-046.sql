-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-046   Object not decided at its owner
-- none      API1 and ID-SEG-REC-5: finer than coarse, yet not by object
-- asks      flow.authz_at_target
-- near      0
select w.id as flow, w.authz_at_target in ('coarse', 'fine') as violated
from flow w
