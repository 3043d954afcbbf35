-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-039   Call into a zone without default deny
-- none      AC-4: allowed, but so is what is not drawn
-- asks      zone.default_deny
-- near      2
select w.id as flow, not z.default_deny as violated
from flow w
join component t on t.id = w.target
join (select id, default_deny from zone where (not default_deny) is not 0
      group by id) z on z.id = t.zone -- grouped: SQLite takes them to be few
join component c on c.id = w.source
where c.zone is not t.zone -- else satisfied
