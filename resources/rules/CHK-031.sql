-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-031   Third party not vetted, or powerful and lasting
-- none      NHI3 lets a vetted supplier miss one of the two
-- asks      component.third_party, secret.expires, secret.lifetime_s, data_asset.sensitivity
with life(component, identity, lasting) as (
  select h.component, s.identity, some(not s.expires or s.lifetime_s > 86400 * :max_secret_days)
  from holding h join secret s on s.id = h.secret
  where s.identity is not null
  group by h.component, s.identity),
said(component, identity, lasting, powerful) as (
  select a.component, a.identity, case when l.identity is null then 0 else l.lasting end,
         m.powerful
  from acts_as a
  left join life l on l.component = a.component and l.identity = a.identity
  join rights m on m.identity = a.identity)
select c.id as component, i.id as element,
       (c.kind = 'third_party_service' or c.third_party)
         and case when c.assessment_reference is not null and coalesce(days(c.assessment_expires_at, :today) <= 0, 1)
                  then s.lasting and s.powerful else s.lasting or s.powerful end as violated
from said s
join component c on c.id = s.component
join identity i on i.id = s.identity
where i.kind <> 'human' and c.kind not in ('client_browser', 'client_native')
union all
select c.id, s.id,
       (c.kind = 'third_party_service' or c.third_party)
         and case when c.assessment_reference is not null and coalesce(days(c.assessment_expires_at, :today) <= 0, 1)
                  then s.lasting and case when m.identity is null then 0 else m.powerful end
                  else s.lasting or case when m.identity is null then 0 else m.powerful end end
from holding h
join component c on c.id = h.component
join (select id, identity, not expires or lifetime_s > 86400 * :max_secret_days as lasting from secret) s on s.id = h.secret
left join rights m on m.identity = s.identity
where c.kind not in ('client_browser', 'client_native')
