-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-038   Call or data not allowed in the zone
-- none      AC-4: source and data class must be allowed
-- asks      zone.allowed_source, zone.allowed_data_class, data_asset.sensitivity
-- near      2
select w.id as flow,
       case when exists (select 1 from zone_allowed_source a where a.zone = t.zone and a.source = c.zone) then 0
            when exists (select 1 from zone_allowed_source a where a.zone = t.zone) then 1
            when every_one.present = 0 then 1 end
         or (select some(case when d.sensitivity is not null then not allowed.present end)
             from flow_data m join data_asset d on d.id = m.data
             left join zone_has allowed on allowed.zone = t.zone and allowed.what = 'allowed_data_class.' || d.sensitivity
             where m.flow = w.id) as violated
from flow w
join component c on c.id = w.source
join component t on t.id = w.target
left join zone_has every_one on every_one.zone = t.zone and every_one.what = 'allowed_source.*'
where c.zone <> t.zone
order by w.id -- as the table has them
