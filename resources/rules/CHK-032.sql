-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-032   Third party with a secret or sensitive calls and no assessment
-- none      GV.SC-07 tells none from an expired one
-- asks      component.third_party, data_asset.sensitivity
-- near      2
select c.id as component,
       (c.kind = 'third_party_service' or c.third_party)
         and case when exists (select 1 from holding h where h.component = c.id) then 1
                  else (select some(d.sensitivity in ('confidential', 'regulated'))
                        from (select id from flow where source = c.id union all select id from flow where target = c.id) w
                        join flow_data m on m.flow = w.id join data_asset d on d.id = m.data) end as violated
from component c
where c.assessment_reference is null and c.kind not in ('client_browser', 'client_native')
  and (c.kind = 'third_party_service' or c.third_party) is not 0 -- else satisfied
