-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-061   Internet reaches data directly
-- none      PR.IR-01
-- asks      zone.kind
-- near      2
select w.id as flow,
       y.kind = 'internet' and (t.kind in ('data_store', 'cache', 'session_store', 'secret_store') or z.kind = 'data') as violated
from zone y -- cross join: from the zones that are, or may be, the internet
cross join component c on c.zone = y.id
cross join flow w on w.source = c.id
cross join component t on t.id = w.target
left join zone z on z.id = t.zone
where (y.kind = 'internet') is not 0 -- else satisfied
union all
select z.id,
       some(y.kind = 'internet' and (t.kind in ('data_store', 'cache', 'session_store', 'secret_store') or z.kind = 'data'))
from component_open_to o
join component t on t.id = o.component
join zone y on y.id = o.zone
join zone z on z.id = t.zone
group by z.id
