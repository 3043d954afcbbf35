-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-104   One gateway identity reaches many backends
-- high      the gateway identity is a skeleton key; backends cannot tell frontends or users apart
-- says      {gateway} calls as {identity} alone, which has grants at {backends} backends and stores ({names}).
-- asks      flow.caller_identity of calls, flow.subject_propagation of calls
-- fix       Per-route or per-frontend upstream identities; token exchange; backends authorise the end user.
-- controls  owasp-nhi-2025 NHI5:2025; nist-csf-2.0 PR.AA-05; nist-sp-800-53-r5 AC-6; nist-sp-800-207 Tenet 3
-- source    S13, S11
select g.id as gateway, i.id as identity,
       reach.backends > :max_backends_per_identity
         and (select some(w.caller_identity = i.id and w.subject_propagation in ('none', 'service_only'))
              from flow w where w.source = g.id) as violated,
       reach.backends, reach.names,
       (select group_concat(w.id, ' ') from flow w where w.source = g.id) as calls
from component g
join assignment a on a.component = g.id
join identity   i on i.id = a.identity
join (select identity, count(*) as backends, group_concat(target, ' ') as names
      from (select distinct r.identity, r.target
            from grant_ r join component t on t.id = r.target
            where t.kind in ('backend', 'data_store')
            order by r.identity, r.target)
      group by identity) reach on reach.identity = i.id
where g.kind = 'api_gateway'
