-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-015   Key of stored data beside the data
-- none      PR.DS-01: the key is held in hardware or a key service
-- asks      holding.storage_form
-- near      1
select c.id as component,
       (select case when count(*) > 0 then some(h.storage_form not in ('hsm', 'kms')) end
        from holding h join secret s on s.id = h.secret
        where h.component = c.id and s.kind = 'encryption_key') as violated
from component c
where c.kind in ('data_store', 'cache', 'session_store', 'secret_store', 'log_sink')
