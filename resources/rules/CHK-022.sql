-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-022   Decision only coarse
-- none      tenet 6
-- asks      flow.authz_at_target
-- near      0
select w.id as flow, w.authz_at_target = 'coarse' as violated
from flow w
