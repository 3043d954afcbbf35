-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-037   Logs kept in the zone they watch
-- none      PR.PS-04 and tenet 7 ask for another zone
-- near      1
select c.id as component, c.logging_sink is null or coalesce(k.zone = c.zone, 1) as violated
from component c
left join component k on k.id = c.logging_sink
where c.kind not in ('client_browser', 'client_native', 'client_machine')
