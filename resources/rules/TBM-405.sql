-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-405   Administrative or wildcard grant
-- high      its compromise is a takeover
-- critical  as well, calls from the internet reach a component that acts as it
-- says      {identity} has unlimited rights at {target}{how}.
-- asks      grant.scope
-- fix       Enumerate actions and resources; just-in-time elevation.
-- controls  owasp-nhi-2025 NHI5:2025; nist-sp-800-53-r5 AC-6; nist-sp-800-53-r5 AC-6(5); nist-csf-2.0 PR.AA-05
-- source    S3; NHI5
-- near      4, flow 2, component 3, served 1, acts_as 0
with exposed(component) as (
  select w.target
  from zone z cross join component s on s.zone = z.id cross join flow w on w.source = s.id -- in this order: there are few zones
  where z.kind = 'internet'
  union
  select v.component
  from zone z cross join component f on f.zone = z.id cross join served v on v.frontend = f.id
  where z.kind = 'internet')
select i.id as identity, g.id as grant_id,
       g.admin or g.scope = '*' as violated,
       case when i.id in (select a.identity from exposed e cross join acts_as a on a.component = e.component) then 'critical' end as severity,
       g.target as target,
       case when g.admin then ', as administrator' else '' end as how
from grant_ g
join identity i on i.id = g.identity
where (g.admin or g.scope = '*') is not 0 and i.kind <> 'human' -- else satisfied
