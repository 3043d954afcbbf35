-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-311   Client receives data it does not need
-- medium    more is shown to a hostile place than must be
-- says      {frontend} gets {data} by the call {flow}, and does not need it.
-- asks      component.needs_data of frontend, flow_data.direction
-- fix       Shape the answer in the BFF; return the required fields only.
-- controls  owasp-api-2023 API3:2023; owasp-asvs-5.0.0 V8.2.3
-- source    S6, S17
with received(flow, frontend, data, comes) as (
  select w.id, f.id, m.data, m.direction in ('from_target', 'both')
  from component f join flow w on w.source = f.id join flow_data m on m.flow = w.id
  where f.kind in ('client_browser', 'client_native')
  union
  select w.id, f.id, m.data, m.direction in ('to_target', 'both')
  from component f join flow w on w.target = f.id join flow_data m on m.flow = w.id
  where f.kind in ('client_browser', 'client_native'))
select r.flow as flow, r.data as data,
       r.comes
         and case when exists (select 1 from component_needs_data n where n.component = r.frontend and n.data = r.data) then 0
                  when exists (select 1 from component_needs_data n where n.component = r.frontend) then 1
                  when every_one.present = 0 then 1 end as violated,
       r.frontend as frontend
from received r
left join component_has every_one on every_one.component = r.frontend and every_one.what = 'needs_data.*'
