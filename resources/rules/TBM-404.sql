-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-404   Identity or secret spans environments
-- high      compromise of a test system is compromise of production
-- says      {element} is at home in production and outside it{places}{others}.
-- asks      component.environment
-- fix       Separate identities and secrets per environment.
-- controls  owasp-nhi-2025 NHI8:2025; nist-csf-2.0 PR.IR-01; nist-sp-800-53-r5 AC-6
-- source    NHI8
with users(element, component, environment) as (
  select a.identity, c.id, c.environment
  from acts_as a join component c on c.id = a.component join identity i on i.id = a.identity
  where c.kind <> 'secret_store' and i.kind <> 'human'
  union
  select s.id, c.id, c.environment
  from secret s join holding h on h.secret = s.id join component c on c.id = h.component
  where s.identity is null and c.kind <> 'secret_store'),
span(element, users, inside, outside, others) as (
  select element, count(*), some(environment = 'prod'), some(environment <> 'prod'),
         group_concat(case when environment <> 'prod' then component end, ' ')
  from (select * from users order by element, component)
  group by element),
rights_there(identity, inside) as (
  select g.identity, some(t.environment = 'prod') from grant_ g join component t on t.id = g.target group by g.identity)
select s.element as element,
       case when s.users > 1 or r.identity is not null
            then s.outside and (case when s.users > 1 then s.inside else 0 end
                                or case when r.identity is not null then r.inside else 0 end)
            else 0 end as violated,
       case when s.outside then ': used by ' else '' end as places,
       case when s.outside then s.others end as others
from span s
left join rights_there r on r.identity = s.element
