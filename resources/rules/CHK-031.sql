-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-031   Third party not vetted, or powerful and lasting
-- none      NHI3 lets a vetted supplier miss one of the two
-- asks      component.third_party, secret.expires, secret.lifetime_s, data_asset.sensitivity
-- near      2
select a.component as component, i.id as element,
       (c.kind = 'third_party_service' or c.third_party)
         and case when c.assessment_reference is not null and coalesce(days(c.assessment_expires_at, :today) <= 0, 1)
                  then a.lasting and m.powerful
                  else a.lasting or m.powerful end as violated
from (select component, identity,
             secrets is not null and (forever or longest_s > 86400 * :max_secret_days) as lasting from acts_as) a
join component c on c.id = a.component
join identity i on i.id = a.identity
join rights m on m.identity = i.id
where (a.lasting or m.powerful) is not 0 and (c.kind = 'third_party_service' or c.third_party) is not 0 -- else satisfied
  and i.kind <> 'human' and c.kind not in ('client_browser', 'client_native')
union all
select h.component, s.id,
       (c.kind = 'third_party_service' or c.third_party)
         and case when c.assessment_reference is not null and coalesce(days(c.assessment_expires_at, :today) <= 0, 1)
                  then s.lasting and case when m.identity is null then 0 else m.powerful end
                  else s.lasting or case when m.identity is null then 0 else m.powerful end end
from holding h
join component c on c.id = h.component
join (select id, identity, not expires or lifetime_s > 86400 * :max_secret_days as lasting from secret) s on s.id = h.secret
left join rights m on m.identity = s.identity
where (s.lasting or case when m.identity is null then 0 else m.powerful end) is not 0
  and (c.kind = 'third_party_service' or c.third_party) is not 0 and c.kind not in ('client_browser', 'client_native')
