-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-036   Logs lack an event, the caller or the subject
-- none      PR.PS-04 and AU-12 ask for all of them
-- asks      component.logging_event.authn_events, component.logging_event.authz_events, component.logging_field.caller,
--           component.logging_field.subject
-- near      0
select c.id as component, not (n.present and z.present and f.present and s.present) as violated
from component c
left join component_has n on n.component = c.id and n.what = 'logging_event.authn_events'
left join component_has z on z.component = c.id and z.what = 'logging_event.authz_events'
left join component_has f on f.component = c.id and f.what = 'logging_field.caller'
left join component_has s on s.component = c.id and s.what = 'logging_field.subject'
where c.kind not in ('client_browser', 'client_native', 'client_machine')
