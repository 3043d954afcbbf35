-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-035   Logs nothing
-- none      PR.PS-04, AU-12 and tenet 7 tell no logging from some
-- asks      component.logging_event.authn_events, component.logging_event.authz_events,
--           component.logging_event.secret_use
-- near      0
select c.id as component, not (n.present or z.present or u.present) as violated
from component c
left join component_has n on n.component = c.id and n.what = 'logging_event.authn_events'
left join component_has z on z.component = c.id and z.what = 'logging_event.authz_events'
left join component_has u on u.component = c.id and u.what = 'logging_event.secret_use'
where c.kind not in ('client_browser', 'client_native', 'client_machine')
