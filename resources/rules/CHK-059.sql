-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-059   User named in a header
-- none      ASVS V8.3.3: at best signed
-- asks      flow.subject_propagation
-- near      0
select w.id as flow, w.subject_propagation = 'trusted_header' as violated
from flow w
