-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-401   NHI without an active owner
-- medium    nobody rotates, reviews or removes it
-- high      as well, it is administrator or has rights at something critical
-- says      {identity} has no active owner.
-- asks      identity.owner_status
-- fix       Assign an accountable team; transfer on departure.
-- controls  owasp-nhi-2025 NHI1:2025; nist-csf-2.0 GV.RR-02; nist-csf-2.0 PR.AA-01; nist-sp-800-53-r5 AC-2
-- source    S3
-- near      0
select i.id as identity,
       i.owner is null or i.owner_status = 'departed' as violated,
       case when r.privileged then 'high' end as severity
from identity i
join rights r on r.identity = i.id
where i.kind <> 'human'
