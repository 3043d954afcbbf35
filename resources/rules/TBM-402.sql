-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-402   Orphaned NHI
-- high      valid rights without a watched user
-- says      {identity} is active, and nothing in service runs as it.
-- asks      identity.status, component.lifecycle
-- fix       Disable, revoke secrets, remove grants.
-- edit      update identity set status = 'disabled' where id = :identity
-- controls  owasp-nhi-2025 NHI1:2025; nist-csf-2.0 PR.AA-05; nist-sp-800-53-r5 AC-2
-- source    NHI1
-- near      1
select i.id as identity,
       i.status = 'active'
         and (select every(c.lifecycle in ('deprecated', 'decommissioned'))
              from assignment a join component c on c.id = a.component where a.identity = i.id) as violated
from identity i
where (i.status = 'active') is not 0 and i.kind <> 'human' -- else satisfied
