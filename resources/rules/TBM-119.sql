-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-119   Management function reachable from a user-facing zone
-- high      administrative takeover from the front door
-- says      The call {flow} reaches administration at {target} from a user-facing zone {why}.
-- asks      flow.operation, flow.authn, component.zone, zone.kind
-- fix       A management zone, origin and authentication of its own.
-- controls  nist-sp-800-53-r5 SC-2; owasp-api-2023 API5:2023; owasp-asvs-5.0.0 V8.4.2
-- source    SP 800-53 SC-2
select w.id as flow, t.id as target,
       (t.kind = 'admin_console' or w.operation = 'admin') and z.kind in ('internet', 'edge')
         and (w.authn in ('none', 'network_location')
              or (y.kind in ('api_gateway', 'cdn', 'bff')
                  and case when (t.kind = 'admin_console' or w.operation = 'admin') is not 0 and z.kind in ('internet', 'edge') is not 0
                       then (select some(o.operation in ('public_read', 'read_sensitive', 'write') and o.authn = w.authn)
                       from flow o where o.source = y.id and o.id <> w.id) end)) as violated,
       case when w.authn in ('none', 'network_location') then 'without authentication'
            else 'with no authentication beyond that of the user functions beside it' end as why
from flow w
join component t on t.id = w.target
join component y on y.id = w.source
left join zone z on z.id = y.zone
