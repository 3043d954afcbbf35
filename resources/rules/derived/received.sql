-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which data a frontend's calls, or calls to it, move. comes: they come to the frontend. unneeded: it is known what the
-- frontend needs, and these are not among that; NULL: nobody has said.
create temp table if not exists received(flow text not null, data text not null, frontend text not null, comes integer,
                           unneeded integer);
insert into received
with moved(flow, frontend, data, comes) as ( -- cross join: from the frontends on, of which there are few
  select w.id, f.id, m.data, m.direction in ('from_target', 'both')
  from component f cross join flow w on w.source = f.id cross join flow_data m on m.flow = w.id
  where f.kind in ('client_browser', 'client_native')
  union
  select w.id, f.id, m.data, m.direction in ('to_target', 'both')
  from component f cross join flow w on w.target = f.id cross join flow_data m on m.flow = w.id
  where f.kind in ('client_browser', 'client_native'))
select m.flow, m.data, m.frontend, m.comes,
       case when exists (select 1 from component_needs_data n where n.component = m.frontend and n.data = m.data) then 0
            when exists (select 1 from component_needs_data n where n.component = m.frontend) then 1
            when every_one.present = 0 then 1 end
from moved m
left join component_has every_one on every_one.component = m.frontend and every_one.what = 'needs_data.*';
