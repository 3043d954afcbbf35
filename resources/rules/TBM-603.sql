-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-603   Enforcement point does not log decisions
-- medium    misuse stays unseen at the boundary
-- high      it fronts something of criticality 3 or more
-- says      {component} does not log {what}.
-- asks      component.logging_event.authn_events, component.logging_event.authz_events
-- fix       Log authentication and authorisation, successful and failed.
-- edit      insert or replace into component_has values (:component, 'logging_event.authn_events', 1), (:component,
--           'logging_event.authz_events', 1)
-- controls  nist-csf-2.0 PR.PS-04; nist-sp-800-53-r5 AU-2; nist-sp-800-53-r5 AU-12; owasp-asvs-5.0.0 V16.3.1;
--           owasp-asvs-5.0.0 V16.3.2; nist-sp-800-207 Tenet 7
-- source    S8
-- near      2
select c.id as component,
       not n.present or not z.present as violated,
       case when exists (select 1 from flow w join component t on t.id = w.target where w.source = c.id and t.criticality >= 3)
            then 'high' end as severity,
       case when not n.present and not z.present then 'authentication and authorisation'
            when not n.present then 'authentication'
            when not z.present then 'authorisation'
            else 'all decisions' end as what
from component c
left join component_has n on n.component = c.id and n.what = 'logging_event.authn_events'
left join component_has z on z.component = c.id and z.what = 'logging_event.authz_events'
where c.kind in ('api_gateway', 'bff', 'identity_provider', 'secret_store')
