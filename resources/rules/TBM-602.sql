-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-602   Deprecated interface still reachable
-- medium    old, weaker controls on live data
-- says      {component} is out of service and still reachable.
-- asks      component.lifecycle, component.retirement_date, zone.trust
-- fix       Retire; or give it the same controls.
-- controls  owasp-api-2023 API9:2023; nist-csf-2.0 ID.AM-08; owasp-nhi-2025 NHI1:2025
-- source    API9:2023
select c.id as component,
       c.lifecycle in ('deprecated', 'decommissioned')
         and (days(c.retirement_date, :today) > 0
              or (select some(y.trust < z.trust)
                  from flow w join component s on s.id = w.source join zone y on y.id = s.zone join zone z on z.id = c.zone
                  where w.target = c.id and y.id <> z.id)) as violated
from component c
