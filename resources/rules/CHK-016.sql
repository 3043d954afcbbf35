-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-016   Entry with one layer of rate limiting
-- none      PR.IR-04: at the gateway, and per session behind it
-- asks      component.function.rate_limit
select w.id as flow,
       (select not some(has.present)
        from (select t.id from flow n join component t on t.id = n.target where n.source = c.id) behind
        left join component_has has on has.component = behind.id and has.what = 'function.rate_limit') as violated
from flow w
join component c on c.id = w.target
join component y on y.id = w.source
where c.zone is not y.zone
