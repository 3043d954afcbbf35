-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-403   NHI reused across components
-- medium    one foothold yields the rights of all, and an audit cannot tell which acted
-- high      as well, the components differ in zone, application or kind
-- says      {identity} is used by {components}.
-- fix       One identity per component.
-- controls  owasp-nhi-2025 NHI9:2025; nist-csf-2.0 PR.AA-01; nist-sp-800-53-r5 AC-2(9); nist-sp-800-53-r5 IA-9
-- source    S3; NHI9
-- near      1
select i.id as identity,
       count(*) >= 2 as violated,
       case when count(distinct coalesce(c.zone, '')) > 1 or count(distinct c.application) > 1 or count(distinct c.kind) > 1
            then 'high' end as severity,
       group_concat(c.id, ' ') as components
from (select identity from assignment group by identity having count(*) >= 2) shared
cross join identity i on i.id = shared.identity
cross join assignment a on a.identity = i.id
cross join component c on c.id = a.component
where i.kind <> 'human'
group by i.id
