-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-066   Call shows a static key
-- none      PR.AA-03, NHI4, API2: whoever makes the call
-- asks      flow.authn
-- near      0
select w.id as flow, w.authn in ('api_key', 'static_token') as violated
from flow w
