-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-017   Privileged without revocation procedure
-- none      RS.MI-01
-- asks      grant.admin, component.criticality
select i.id as element, case when i.revocation_procedure is null then r.privileged else 0 end as violated
from identity i join rights r on r.identity = i.id
where i.kind <> 'human'
union all
select s.id, case when s.revocation_procedure is not null or r.identity is null then 0 else r.privileged end
from secret s left join rights r on r.identity = s.identity
