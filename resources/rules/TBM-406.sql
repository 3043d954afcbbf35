-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-406   Grant that no flow needs
-- low       unused rights only help an attacker; a complete drawing is assumed, so take it as a question
-- medium    the right stands at a component of criticality 3 or more
-- says      {identity} may call {target}, and no call drawn needs it.
-- asks      flow.caller_identity of calls
-- fix       Remove, or draw the missing flow.
-- edit      delete from grant_ where id = :grant_id
-- controls  owasp-nhi-2025 NHI5:2025; nist-csf-2.0 PR.AA-05; nist-sp-800-53-r5 AC-6
-- source    NHI5
-- near      3
with asked(target, unknown) as materialized (
  select target, group_concat(case when caller_identity is null then id end, ' ') from flow
  /*near where target in (select target from grant_ where identity in near)*/
  group by target),
needed(identity, target) as materialized (
  select caller_identity, target from flow where caller_identity is not null /*near and caller_identity in near*/
  union all
  select s.identity, w.target
  from flow_secret u join secret s on s.id = u.secret join flow w on w.id = u.flow
  where s.identity is not null /*near and s.identity in near*/)
select g.identity as identity, g.id as grant_id,
       case when a.unknown is null then 1 end as violated,
       case when t.criticality >= 3 then 'medium' end as severity,
       t.id as target,
       a.unknown as calls
from grant_ g
join component t on t.id = g.target
left join asked a on a.target = g.target
where not exists (select 1 from needed n where n.identity = g.identity and n.target = g.target)
order by g.id -- as the table has them
