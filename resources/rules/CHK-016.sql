-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-016   Entry with one layer of rate limiting
-- none      PR.IR-04: at the gateway, and per session behind it
-- asks      component.function.rate_limit
select w.id as flow,
       (select not some(has.present)
        from flow n left join component_has has on has.component = n.target and has.what = 'function.rate_limit'
        where n.source = c.id) as violated
from flow w
join component c on c.id = w.target
join component y on y.id = w.source
where c.zone is not y.zone
order by w.id
