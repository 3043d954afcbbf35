-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-053   Browser application moves regulated or personal data
-- none      RFC 10017 6.3.4.3 advises against it without a BFF
-- asks      data_asset.sensitivity, data_asset.per_user
-- near      2
select f.id as frontend,
       (select case when count(*) > 0 then some(d.sensitivity = 'regulated' or d.per_user) end
        from (select id from flow where source = f.id union all select id from flow where target = f.id) w
        join flow_data m on m.flow = w.id join data_asset d on d.id = m.data) as violated
from component f
where f.kind = 'client_browser'
