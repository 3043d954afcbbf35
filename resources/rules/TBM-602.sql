-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-602   Deprecated interface still reachable
-- medium    old, weaker controls on live data
-- says      {component} is {state}, and {why}.
-- asks      component.lifecycle, component.retirement_date, zone.trust
-- fix       Retire; or give it the same controls.
-- controls  owasp-api-2023 API9:2023; nist-csf-2.0 ID.AM-08; owasp-nhi-2025 NHI1:2025
-- source    API9:2023
-- near      3
with n as materialized (
  select c.id as component, c.lifecycle, c.retirement_date,
         c.lifecycle in ('deprecated', 'decommissioned') as retired,
         case when c.retirement_date is not null then days(c.retirement_date, :today) > 0 end as past,
         (select some(y.trust < z.trust)
          from zone z join flow w on w.target = c.id join component s on s.id = w.source join zone y on y.id = s.zone
          where z.id = c.zone and s.zone <> c.zone) as called
  from component c
  where (c.lifecycle in ('deprecated', 'decommissioned')) is not 0) -- else satisfied
select n.component as component,
       n.retired and (n.past or n.called) as violated,
       coalesce(n.lifecycle, 'out of service') as state,
       case when n.past then 'should have been retired on ' || n.retirement_date
            when n.called then 'less trusted zones still call it' else 'may still be reachable' end as why
from n
