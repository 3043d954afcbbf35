-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-041   Gateway decides for what it does not own
-- none      AC-24: the decision belongs to the owner of the resource
-- asks      component.decision_owner
-- near      1
select c.id as component, o.kind in ('api_gateway', 'cdn') and o.id <> c.id as violated
from component c
left join component o on o.id = c.decision_owner
where c.kind in ('backend', 'data_store', 'cache', 'message_broker', 'session_store', 'secret_store')
