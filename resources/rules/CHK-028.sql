-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-028   Client receives regulated data it does not need
-- none      API3 tells regulated data from other data
-- asks      component.needs_data, data_asset.sensitivity
with received(flow, frontend, data, comes) as (
  select w.id, f.id, m.data, m.direction in ('from_target', 'both')
  from component f join flow w on w.source = f.id join flow_data m on m.flow = w.id
  where f.kind in ('client_browser', 'client_native')
  union
  select w.id, f.id, m.data, m.direction in ('to_target', 'both')
  from component f join flow w on w.target = f.id join flow_data m on m.flow = w.id
  where f.kind in ('client_browser', 'client_native'))
select r.flow as flow, r.data as data,
       r.comes and d.sensitivity = 'regulated'
         and case when exists (select 1 from component_needs_data n where n.component = r.frontend and n.data = r.data) then 0
                  when exists (select 1 from component_needs_data n where n.component = r.frontend) then 1
                  when every_one.present = 0 then 1 end as violated
from received r
join data_asset d on d.id = r.data
left join component_has every_one on every_one.component = r.frontend and every_one.what = 'needs_data.*'
