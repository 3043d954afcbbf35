-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-604   Machine actions not attributable
-- medium    nobody can say which component or person acted
-- says      What {identity} does by the call {flow} cannot be attributed{why}.
-- asks      flow.caller_identity, component.criticality of opened, component.logging_field.caller of target,
--           identity.human_users, identity.interactive_login
-- fix       One identity per component; log caller and subject.
-- controls  nist-sp-800-53-r5 AU-3; owasp-nhi-2025 NHI9:2025; owasp-nhi-2025 NHI10:2025
-- source    NHI9, NHI10
-- near      2, flow 0
with shared(identity, components) as (
  select identity, count(*) from assignment
  /*near where identity in (select caller_identity from flow where id in near)*/
  group by identity having count(*) >= 2),
reach(identity, targets) as materialized (select identity, group_concat(target, ' ') from grant_
  /*near where identity in (select caller_identity from flow where id in near)*/
  group by identity)
select w.id as flow,
       case when w.caller_identity is null then case when some_are.machine = 0 then 0 end
            else r.privileged and (not f.present or s.identity is not null
                                   or lower(i.human_users) <> 'none' or i.interactive_login) end as violated,
       coalesce(i.id, 'the caller') as identity, w.target as target,
       case when not f.present then '; the caller is not logged there' else '' end
         || case when s.identity is not null then '; ' || s.components || ' components run as it' else '' end
         || case when lower(i.human_users) <> 'none' or i.interactive_login then '; people use it' else '' end as why,
       case when i.id is not null and r.privileged is null
            then (select o.targets from reach o where o.identity = i.id) end as opened
from flow w
join component c on c.id = w.source
join privileged some_are
left join identity i on i.id = w.caller_identity
left join rights r on r.identity = i.id
left join shared s on s.identity = i.id
left join component_has f on f.component = w.target and f.what = 'logging_field.caller'
where c.kind not in ('client_browser', 'client_native')
  and i.kind is not 'human' and r.privileged is not 0 -- else satisfied
order by w.id -- as the table has them
