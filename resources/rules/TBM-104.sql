-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-104   One gateway identity reaches many backends
-- high      the gateway identity is a skeleton key; backends cannot tell frontends or users apart
-- says      {gateway} calls as {identity} alone, which has grants at {backends} backends and stores ({names}).
-- asks      flow.caller_identity of calls, flow.subject_propagation of calls
-- fix       Per-route or per-frontend upstream identities; token exchange; backends authorise the end user.
-- controls  owasp-nhi-2025 NHI5:2025; nist-csf-2.0 PR.AA-05; nist-sp-800-53-r5 AC-6; nist-sp-800-207 Tenet 3
-- source    S13, S11
select r.gateway as gateway, r.identity as identity,
       (select some(w.caller_identity = r.identity and w.subject_propagation in ('none', 'service_only'))
        from flow w where w.source = r.gateway) as violated,
       r.backends, r.names,
       (select group_concat(w.id, ' ') from flow w where w.source = r.gateway) as calls
from (select gateway, identity, count(*) as backends, group_concat(target, ' ') as names
      from (select distinct g.id as gateway, a.identity, r.target
            from component g -- cross join: from the gateways, of which there are few
            cross join assignment a on a.component = g.id
            cross join grant_ r on r.identity = a.identity
            cross join component t on t.id = r.target
            where g.kind = 'api_gateway' and t.kind in ('backend', 'data_store')
            order by g.id, a.identity, r.target)
      group by gateway, identity
      having count(*) > :max_backends_per_identity) r
