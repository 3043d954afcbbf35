-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-117   Protected service reachable around its enforcement point
-- high      what the gateway or BFF enforces is optional for the attacker
-- critical  the call comes from the internet
-- says      The call {flow} reaches {target} from a less trusted zone and passes by {points}.
-- asks      zone.trust of zones, component.zone of ends
-- fix       Remove the path, or require the same authentication and authorisation on it.
-- controls  nist-sp-800-53-r5 SC-7(11); nist-sp-800-53-r5 AC-4; nist-csf-2.0 PR.IR-01; nist-sp-800-207 Tenet 2
-- source    S12; SP 800-207 tenet 2
-- near      2
select w.id as flow, x.id as target,
       y.trust < z.trust as violated,
       case when y.kind = 'internet' then 'critical' end as severity,
       p.points, s.id || ' ' || x.id as ends, coalesce(y.id, '') || ' ' || coalesce(z.id, '') as zones
from (select component, group_concat(pep, ' ') as points from (select component, pep from component_pep order by component, pep)
      group by component) p
join component x on x.id = p.component
join flow w on w.target = x.id
join component s on s.id = w.source
left join zone y on y.id = s.zone
left join zone z on z.id = x.zone
where x.kind in ('backend', 'data_store')
  and not exists (select 1 from component_pep own where own.component = x.id and own.pep = w.source)
