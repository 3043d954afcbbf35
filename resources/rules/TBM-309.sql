-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-309   Zone without default deny
-- medium    calls that are not drawn may still be possible
-- high      the zone holds data or management functions
-- says      {zone} does not deny by default and takes calls from less trusted zones.
-- asks      zone.default_deny, zone.trust
-- fix       Deny by default; allow only the drawn flows.
-- edit      update zone set default_deny = 1 where id = :zone
-- controls  nist-sp-800-53-r5 SC-7(5); nist-csf-2.0 PR.IR-01
-- source    SP 800-53 SC-7(5)
-- near      4, flow 2, component 3
select z.id as zone,
       not z.default_deny
         and (select some(y.trust < z.trust)
              from component c join flow w on w.target = c.id join component s on s.id = w.source join zone y on y.id = s.zone
              where c.zone = z.id and s.zone <> z.id) as violated,
       case when z.kind in ('data', 'management') then 'high' end as severity
from zone z
where (not z.default_deny) is not 0 -- else satisfied
