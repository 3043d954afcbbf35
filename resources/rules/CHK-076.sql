-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-076   Supplier not fully recorded
-- none      ID.AM-04: its owner, and the data it gets
-- asks      component.third_party
-- near      1
select c.id as component,
       (c.kind = 'third_party_service' or c.third_party) as violated
from component c
where (c.kind = 'third_party_service' or c.third_party) is not 0 and c.kind not in ('client_browser', 'client_native') -- else satisfied
  and (c.owner is null
       or not (exists (select 1 from handling l where l.component = c.id)
               or exists (select 1 from flow w join flow_data m on m.flow = w.id where w.source = c.id)
               or exists (select 1 from flow w join flow_data m on m.flow = w.id where w.target = c.id)))
