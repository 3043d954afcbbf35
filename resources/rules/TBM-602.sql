-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-602   Deprecated interface still reachable
-- medium    old, weaker controls on live data
-- says      {component} is {state}, and {why}.
-- asks      component.lifecycle, component.retirement_date, zone.trust
-- fix       Retire; or give it the same controls.
-- controls  owasp-api-2023 API9:2023; nist-csf-2.0 ID.AM-08; owasp-nhi-2025 NHI1:2025
-- source    API9:2023
-- near      3, flow 1, component 2
select n.component as component,
       -- The calls are looked up only where they can decide.
       case when n.past then n.retired
            when coalesce(n.retired, n.past) is not null
              then n.retired and (n.past or (select some(y.trust < n.trust)
                                             from flow w join component s on s.id = w.source join zone y on y.id = s.zone
                                             where w.target = n.component and s.zone <> n.zone)) end as violated,
       coalesce(n.lifecycle, 'out of service') as state,
       case when n.past then 'should have been retired on ' || n.retirement_date
            when n.trust is null then 'may still be reachable'
            when exists (select 1 from flow w join component s on s.id = w.source join zone y on y.id = s.zone
                         where w.target = n.component and s.zone <> n.zone and y.trust < n.trust)
              then 'less trusted zones still call it'
            else 'may still be reachable' end as why
from (select c.id as component, c.lifecycle, c.retirement_date, c.zone, z.trust,
             c.lifecycle in ('deprecated', 'decommissioned') as retired,
             case when c.retirement_date is not null then days(c.retirement_date, :today) > 0 end as past
      from component c left join zone z on z.id = c.zone) n
where n.retired is not 0 -- else satisfied
