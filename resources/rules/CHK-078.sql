-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-078   Administration decided only coarsely
-- none      API5
-- asks      flow.authz_at_target, flow.operation
-- near      0
select w.id as flow, w.operation = 'admin' and w.authz_at_target = 'coarse' as violated
from flow w
