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
select i.id as identity, g.id as grant_id,
       g.admin or g.scope = '*' as violated,
       case when exists (
              select 1 from acts_as a
              join flow w on w.target = a.component join component s on s.id = w.source join zone z on z.id = s.zone
              where a.identity = i.id and z.kind = 'internet')
            or exists (
              select 1 from acts_as a
              join served v on v.component = a.component join component f on f.id = v.frontend join zone z on z.id = f.zone
              where a.identity = i.id and z.kind = 'internet')
            then 'critical' end as severity,
       g.target as target,
       case when g.admin then ', as administrator' else '' end as how
from grant_ g
join identity i on i.id = g.identity
where i.kind <> 'human'
