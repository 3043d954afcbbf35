-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-065   Public reading without authentication
-- none      tenets 2 and 6, PR.AA-03, API2: allowed, and still not authenticated
-- asks      flow.authn, flow.operation
-- near      0
select w.id as flow, w.authn in ('none', 'network_location') and w.operation = 'public_read' as violated
from flow w
