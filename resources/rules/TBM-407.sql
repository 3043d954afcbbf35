-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-407   One frontend's credential reaches too many backends
-- high      breadth equals blast radius; it is what most teams discover too late
-- says      {bff}, for {frontend}, has rights at {backends} backends and stores ({names}){unused}.
-- asks      flow.continues
-- fix       Split by capability; per-backend tokens; drop unused grants.
-- controls  owasp-nhi-2025 NHI5:2025; nist-sp-800-53-r5 AC-6; nist-sp-800-207 Tenet 3; nist-csf-2.0 PR.AA-05
-- source    S11
with reach(bff, target) as (
  select distinct a.component, g.target
  from acts_as a
  join component b on b.id = a.component
  join grant_ g on g.identity = a.identity
  join component t on t.id = g.target
  where b.kind in ('bff', 'token_mediator') and t.kind in ('backend', 'data_store')),
need(bff, target, sure) as (
  select w.source, w.target, 1 from flow w
  union all
  select first.source, w.target, case when c.leg is not null then 1 end
  from flow first
  join component via on via.id = first.target
  join flow w on w.source = via.id
  left join flow_continues c on c.flow = w.id and c.leg = first.id
  where via.kind in ('api_gateway', 'cdn', 'message_broker')
    and (c.leg is not null or not exists (select 1 from flow_continues o where o.flow = w.id))),
sum(bff, backends, names, idle) as (
  select bff, count(*), group_concat(target, ' '), some(not needed)
  from (select r.bff, r.target, (select some(n.sure) from need n where n.bff = r.bff and n.target = r.target) as needed
        from reach r order by r.bff, r.target)
  group by bff)
select s.frontend as frontend, r.bff as bff,
       case when s.sure then 1 end and (r.backends > :max_backends_per_frontend or r.idle) as violated,
       r.backends, r.names,
       case when r.idle then ', some of which no call drawn needs' else '' end as unused
from sum r
join served s on s.component = r.bff
