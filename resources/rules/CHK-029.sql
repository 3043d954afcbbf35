-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-029   Environment not stated, or more than one
-- none      NHI8: unknown where an environment is
-- asks      component.environment
-- near      1
select i.id as element, some(c.environment <> 'prod') and some(c.environment = 'prod') as violated
from identity i -- cross join: element by element, as the indexes have them
cross join acts_as a on a.identity = i.id
cross join component c on c.id = a.component
where i.kind <> 'human' and c.kind <> 'secret_store'
group by i.id
union all
select s.id, some(c.environment <> 'prod') and some(c.environment = 'prod')
from secret s
cross join holding h on h.secret = s.id
cross join component c on c.id = h.component
where c.kind <> 'secret_store'
group by s.id
