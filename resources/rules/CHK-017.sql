-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-017   Privileged without revocation procedure
-- none      RS.MI-01
-- asks      grant.admin, component.criticality
-- near      1
select i.id as element, r.privileged as violated
from identity i join rights r on r.identity = i.id
where i.revocation_procedure is null and i.kind <> 'human'
union all
select s.id, r.privileged
from secret s join rights r on r.identity = s.identity
where s.revocation_procedure is null
