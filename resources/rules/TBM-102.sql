-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-102   Session layer in a shared gateway
-- high      one session key or store speaks for the users of all frontends
-- low       keys, cookies and routes are isolated per frontend
-- says      {gateway} manages the sessions of {frontends}.
-- asks      component.function.session_management, flow.continues
-- fix       Put session handling in one BFF per frontend; or isolate keys, cookies and stores per frontend.
-- controls  nist-sp-800-53-r5 SC-23; nist-sp-800-53-r5 SC-4; nist-csf-2.0 PR.AA-04; ietf-rfc-10017 6.1;
--           nist-sp-800-207 Section 2
-- source    S2, S9
-- near      0
select g.id as gateway,
       v.shared and m.present as violated,
       case when g.session_isolation = 'per_frontend' then 'low' end as severity,
       v.frontends
from component g
join serving v on v.component = g.id
left join component_has m on m.component = g.id and m.what = 'function.session_management'
where g.kind = 'api_gateway'
