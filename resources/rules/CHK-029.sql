-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-029   Environment not stated, or more than one
-- none      NHI8: unknown where an environment is
-- asks      component.environment
-- near      1
select i.id as element,
       (select some(c.environment <> 'prod') and some(c.environment = 'prod')
        from acts_as a join component c on c.id = a.component
        where a.identity = i.id and c.kind <> 'secret_store') as violated
from identity i
where i.kind <> 'human'
union all
select s.id,
       (select some(c.environment <> 'prod') and some(c.environment = 'prod')
        from holding h join component c on c.id = h.component
        where h.secret = s.id and c.kind <> 'secret_store')
from secret s
