-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-020   Decision without policy inputs
-- none      tenet 4: policy over identity, device, risk
-- asks      component.policy_input
-- near      0
select c.id as component,
       case when exists (select 1 from component_has p where p.component = c.id and p.what glob 'policy_input.*' and p.present) then 0
            when exists (select 1 from component_has p where p.component = c.id and p.what = 'policy_input.*' and not p.present) then 1
       end as violated
from component c
