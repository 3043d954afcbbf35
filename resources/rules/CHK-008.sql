-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-008   Component without any call
-- none      a data-flow map that leaves it out is not complete
-- near      1
select c.id as component, 1 as violated
from component c
where not exists (select 1 from flow w where w.source = c.id) and not exists (select 1 from flow w where w.target = c.id)
