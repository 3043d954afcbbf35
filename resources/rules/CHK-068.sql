-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-068   Call past the points that must front its target
-- none      PR.IR-01, AC-4, SC-7: only by way of them, wherever it comes from
-- asks      component.pep
-- near      1
select w.id as flow,
       case when exists (select 1 from component_pep p where p.component = t.id)
              then not exists (select 1 from component_pep p where p.component = t.id and p.pep = w.source)
            when every_one.present = 0 then 0 end as violated
from flow w
join component t on t.id = w.target
join component c on c.id = w.source
left join component_has every_one on every_one.component = t.id and every_one.what = 'pep.*'
where t.kind in ('backend', 'admin_console', 'data_store', 'cache', 'session_store', 'secret_store', 'log_sink')
  and c.zone is not t.zone
