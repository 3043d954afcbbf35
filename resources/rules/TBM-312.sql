-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-312   Entry accepts unauthenticated non-public requests
-- high      the boundary does not do its coarse job
-- says      {target} accepts the call {flow} from outside without authentication.
-- asks      flow.authn, flow.operation
-- fix       Authenticate at the entry (gateway or BFF session); mark genuinely public operations public_read.
-- controls  nist-csf-2.0 PR.AA-03; owasp-api-2023 API2:2023; nist-sp-800-53-r5 IA-8; nist-sp-800-207 Tenet 6
-- source    S5
-- near      1
select w.id as flow, t.id as target,
       w.authn = 'none' and w.operation <> 'public_read' as violated
from flow w
join (select id from component where kind in ('client_browser', 'client_native', 'client_machine', 'third_party_service')
      group by id) c on c.id = w.source -- grouped: SQLite takes them to be few
join component t on t.id = w.target
where t.kind in ('api_gateway', 'bff', 'backend')
  and (w.authn = 'none') is not 0 -- else satisfied
