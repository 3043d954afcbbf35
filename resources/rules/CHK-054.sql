-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-054   Browser application moves confidential data
-- none      RFC 10017 6.3.4.3
-- asks      data_asset.sensitivity
-- near      2
select f.id as frontend,
       (select case when count(*) > 0 then some(d.sensitivity = 'confidential') end
        from (select id from flow where source = f.id union all select id from flow where target = f.id) w
        join flow_data m on m.flow = w.id join data_asset d on d.id = m.data) as violated
from component f
where f.kind = 'client_browser'
