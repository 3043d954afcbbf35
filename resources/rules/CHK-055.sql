-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-055   Token in the memory of a browser
-- none      RFC 10017 8.5: better than storage, yet in reach of scripts
-- asks      holding.storage_form
-- near      1
select s.id as secret, h.storage_form = 'memory_only' as violated
from component c cross join holding h on h.component = c.id -- cross join: from the few browsers
join secret s on s.id = h.secret
where c.kind = 'client_browser' and s.kind in ('access_token', 'refresh_token', 'id_token')
