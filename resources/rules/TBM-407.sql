-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-407   One frontend's credential reaches too many backends
-- high      breadth equals blast radius; it is what most teams discover too late
-- says      {bff}, for {frontend}, has rights at {backends} backends and stores ({names}){unused}.
-- asks      flow.continues
-- fix       Split by capability; per-backend tokens; drop unused grants.
-- controls  owasp-nhi-2025 NHI5:2025; nist-sp-800-53-r5 AC-6; nist-sp-800-207 Tenet 3; nist-csf-2.0 PR.AA-05
-- source    S11
with recursive front(bff) as (
  select distinct s.component from served s join component b on b.id = s.component where b.kind in ('bff', 'token_mediator')),
reach(bff, target) as (
  select distinct f.bff, g.target
  from front f -- cross join: from the few components that serve frontends
  cross join acts_as a on a.component = f.bff
  cross join grant_ g on g.identity = a.identity
  cross join component t on t.id = g.target
  where t.kind in ('backend', 'data_store')),
leg(bff, flow, target, sure) as (
  select f.bff, w.id, w.target, 1
  from front f join flow w on w.source = f.bff
  union
  select l.bff, w.id, w.target, l.sure
  from leg l join flow_continues c on c.leg = l.flow join flow w on w.id = c.flow
  union
  select l.bff, w.id, w.target, null
  from leg l
  join component via on via.id = l.target and via.kind in ('api_gateway', 'cdn', 'message_broker')
  join flow w on w.source = via.id
  where not exists (select 1 from flow_continues o where o.flow = w.id)),
need(bff, target, sure) as (select bff, target, max(sure) from leg group by bff, target),
sum(bff, backends, names, idle) as (
  select bff, count(*), group_concat(target, ' '), some(not needed)
  from (select r.bff, r.target, case when n.bff is null then 0 else n.sure end as needed
        from reach r left join need n on n.bff = r.bff and n.target = r.target order by r.bff, r.target)
  group by bff)
select s.frontend as frontend, r.bff as bff,
       case when s.sure then 1 end and (r.backends > :max_backends_per_frontend or r.idle) as violated,
       r.backends, r.names,
       case when r.idle then ', some of which no call drawn needs' else '' end as unused
from sum r
join served s on s.component = r.bff
