-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-042   Decision owner out of reach
-- none      AC-24: who decides is named, and can be asked
-- asks      component.decision_owner
-- near      1
select c.id as component,
       case when c.decision_owner is not null
            then c.decision_owner <> c.id
                   and not exists (select 1 from flow w where w.source = c.id and w.target = c.decision_owner)
                   and not exists (select 1 from flow w where w.target = c.id and w.source = c.decision_owner) end as violated
from component c
where c.kind in ('backend', 'data_store', 'cache', 'message_broker', 'session_store', 'secret_store')
