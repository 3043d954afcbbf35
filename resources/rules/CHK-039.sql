-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-039   Call into a zone without default deny
-- none      AC-4: allowed, but so is what is not drawn
-- asks      zone.default_deny
-- near      2
select w.id as flow, not z.default_deny as violated
from zone z -- cross join: from the zones that do not, or may not, deny
cross join component t on t.zone = z.id
cross join flow w on w.target = t.id
cross join component c on c.id = w.source
where (not z.default_deny) is not 0 and c.zone is not t.zone -- else satisfied
