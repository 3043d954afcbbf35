-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-031   Third party not vetted, or powerful and lasting
-- none      NHI3 lets a vetted supplier miss one of the two
-- asks      component.third_party, secret.expires, secret.lifetime_s, data_asset.sensitivity
-- near      2
with life(component, identity, lasting) as (
  select h.component, s.identity, some(not s.expires or s.lifetime_s > 86400 * :max_secret_days)
  from component c cross join holding h on h.component = c.id cross join secret s on s.id = h.secret -- of third parties alone
  where (c.kind = 'third_party_service' or c.third_party) is not 0 and s.identity is not null
  group by h.component, s.identity)
select a.component as component, i.id as element,
       (c.kind = 'third_party_service' or c.third_party)
         and case when c.assessment_reference is not null and coalesce(days(c.assessment_expires_at, :today) <= 0, 1)
                  then case when l.identity is null then 0 else l.lasting end and m.powerful
                  else case when l.identity is null then 0 else l.lasting end or m.powerful end as violated
from component c -- cross join: component by component, as the indexes have them
cross join acts_as a on a.component = c.id
cross join identity i on i.id = a.identity
cross join rights m on m.identity = i.id
left join life l on l.component = a.component and l.identity = a.identity
where i.kind <> 'human' and c.kind not in ('client_browser', 'client_native')
  and (c.kind = 'third_party_service' or c.third_party) is not 0 -- else satisfied
union all
select h.component, s.id,
       (c.kind = 'third_party_service' or c.third_party)
         and case when c.assessment_reference is not null and coalesce(days(c.assessment_expires_at, :today) <= 0, 1)
                  then s.lasting and case when m.identity is null then 0 else m.powerful end
                  else s.lasting or case when m.identity is null then 0 else m.powerful end end
from (select id, identity, not expires or lifetime_s > 86400 * :max_secret_days as lasting from secret) s
left join rights m on m.identity = s.identity
cross join holding h on h.secret = s.id
cross join component c on c.id = h.component
where (s.lasting is not 0 or s.identity is not null)
  and (c.kind = 'third_party_service' or c.third_party) is not 0 and c.kind not in ('client_browser', 'client_native')
