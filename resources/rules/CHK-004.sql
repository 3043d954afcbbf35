-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-004   Call authenticated by user name and password
-- none      NHI4 counts it as no authentication
-- asks      flow.authn
-- near      0
select w.id as flow, w.authn = 'basic' as violated
from flow w
