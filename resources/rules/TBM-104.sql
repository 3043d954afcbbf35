-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-104   One gateway identity reaches many backends
-- high      the gateway identity is a skeleton key; backends cannot tell frontends or users apart
-- says      {gateway} calls as {identity} alone, which has grants at {backends} backends and stores ({names}).
-- asks      flow.caller_identity of calls, flow.subject_propagation of calls
-- fix       Per-route or per-frontend upstream identities; token exchange; backends authorise the end user.
-- controls  owasp-nhi-2025 NHI5:2025; nist-csf-2.0 PR.AA-05; nist-sp-800-53-r5 AC-6; nist-sp-800-207 Tenet 3
-- source    S13, S11
-- near      3, flow 1
with reach(identity, backends, names) as (
  select identity, count(*), group_concat(target, ' ')
  from (select distinct r.identity, r.target
        from (select distinct a.identity from component g cross join assignment a on a.component = g.id -- from the few gateways
              where g.kind = 'api_gateway') held
        cross join grant_ r on r.identity = held.identity
        cross join component t on t.id = r.target
        where t.kind in ('backend', 'data_store')
        order by r.identity, r.target)
  group by identity
  having count(*) > :max_backends_per_identity)
select g.id as gateway, r.identity as identity,
       (select some(w.caller_identity = r.identity and w.subject_propagation in ('none', 'service_only'))
        from flow w where w.source = g.id) as violated,
       r.backends, r.names,
       (select group_concat(w.id, ' ') from flow w where w.source = g.id) as calls
from reach r
join assignment a on a.identity = r.identity
join component g on g.id = a.component
where g.kind = 'api_gateway'
