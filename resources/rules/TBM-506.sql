-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-506   No revocation path
-- medium    an incident cannot be contained quickly
-- high      as well, it is privileged
-- says      {element} has no revocation procedure.
-- asks      identity.status
-- fix       Document and test revocation per credential.
-- controls  owasp-nhi-2025 NHI1:2025; nist-csf-2.0 RS.MI-01; nist-sp-800-53-r5 AC-2
-- source    NHI1; CSF RS.MI-01
-- near      1
select s.id as element,
       s.revocation_procedure is null as violated,
       case when r.privileged then 'high' end as severity
from secret s
left join rights r on r.identity = s.identity
where s.revocation_procedure is null
union all
select i.id,
       i.status = 'active' and i.revocation_procedure is null,
       case when r.privileged then 'high' end
from identity i
join rights r on r.identity = i.id
where i.revocation_procedure is null and i.kind <> 'human'
