-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-072   Credential of something out of service
-- none      ID.AM-08: still credentialed
-- asks      component.lifecycle, identity.status
-- near      1
select h.secret as element, h.component as component, c.lifecycle in ('deprecated', 'decommissioned') as violated
from holding h join component c on c.id = h.component
where (c.lifecycle in ('deprecated', 'decommissioned')) is not 0 -- else satisfied
union all
select a.identity, a.component, i.status = 'active' and c.lifecycle in ('deprecated', 'decommissioned')
from assignment a join component c on c.id = a.component
join identity i on i.id = a.identity
where (c.lifecycle in ('deprecated', 'decommissioned')) is not 0
