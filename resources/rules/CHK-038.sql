-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-038   Call or data not allowed in the zone
-- none      AC-4: source and data class must be allowed
-- asks      zone.allowed_source, zone.allowed_data_class, data_asset.sensitivity
select w.id as flow,
       case when exists (select 1 from zone_allowed_source a where a.zone = z.id and a.source = y.id) then 0
            when exists (select 1 from zone_allowed_source a where a.zone = z.id) then 1
            when every_one.present = 0 then 1 end
         or (select some(case when d.sensitivity is not null then not allowed.present end)
             from flow_data m join data_asset d on d.id = m.data
             left join zone_has allowed on allowed.zone = z.id and allowed.what = 'allowed_data_class.' || d.sensitivity
             where m.flow = w.id) as violated
from flow w
join component c on c.id = w.source
join component t on t.id = w.target
join zone y on y.id = c.zone
join zone z on z.id = t.zone
left join zone_has every_one on every_one.zone = z.id and every_one.what = 'allowed_source.*'
where y.id <> z.id
