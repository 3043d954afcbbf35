-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-074   Sensitive operation not authorised at its target
-- none      AC-3, tenets 4 and 6, API5: whoever owns the decision
-- asks      flow.authz_at_target, flow.operation
-- near      0
select w.id as flow, w.target as target,
       w.authz_at_target in ('none', 'network') and w.operation in ('read_sensitive', 'write', 'admin', 'deploy') as violated
from flow w
