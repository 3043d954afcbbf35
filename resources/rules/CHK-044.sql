-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-044   Administration reached from a user-facing zone
-- none      SC-2: separate authentication, but no separate path
-- asks      flow.operation, component.zone, zone.kind
select w.id as flow, (t.kind = 'admin_console' or w.operation = 'admin') and z.kind in ('internet', 'edge') as violated
from flow w
join component t on t.id = w.target
join component y on y.id = w.source
left join zone z on z.id = y.zone
