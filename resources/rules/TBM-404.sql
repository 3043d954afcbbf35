-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-404   Identity or secret spans environments
-- high      compromise of a test system is compromise of production
-- says      {element} is at home in production and outside it{places}{others}.
-- asks      component.environment
-- fix       Separate identities and secrets per environment.
-- controls  owasp-nhi-2025 NHI8:2025; nist-csf-2.0 PR.IR-01; nist-sp-800-53-r5 AC-6
-- source    NHI8
-- near      2
with span(element, inside, outside, others) as (
  select i.id, case when count(*) > 1 then some(c.environment = 'prod') else 0 end, some(c.environment <> 'prod'),
         group_concat(case when c.environment <> 'prod' then c.id end, ' ')
  from identity i -- cross join: element by element, as the indexes have them
  cross join acts_as a on a.identity = i.id
  cross join component c on c.id = a.component
  where i.kind <> 'human' and c.kind <> 'secret_store'
  group by i.id
  union all
  select s.id, case when count(*) > 1 then some(c.environment = 'prod') else 0 end, some(c.environment <> 'prod'),
         group_concat(case when c.environment <> 'prod' then c.id end, ' ')
  from secret s
  cross join holding h on h.secret = s.id
  cross join component c on c.id = h.component
  where s.identity is null and c.kind <> 'secret_store'
  group by s.id)
select s.element as element,
       -- Its rights are looked up only where they can decide.
       case when s.inside or coalesce(s.inside, s.outside) is null then s.outside and s.inside
            else s.outside and (s.inside or (select some(t.environment = 'prod') from grant_ g join component t on t.id = g.target
                                             where g.identity = s.element)) end as violated,
       case when s.outside then ': used by ' else '' end as places,
       case when s.outside then s.others end as others
from span s
where s.outside is not 0 -- else satisfied
