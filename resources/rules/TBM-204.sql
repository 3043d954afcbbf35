-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-204   Token in script-readable persistent storage
-- high      any script of the origin, and malware on the disk, reads it
-- says      {component} keeps {secret} in {form}, which scripts can read.
-- asks      holding.storage_form
-- fix       No persistent storage; memory or a worker at most; better a BFF.
-- edit      update holding set storage_form = 'memory_only' where secret = :secret and component = :component
-- controls  ietf-rfc-10017 8.5; ietf-rfc-10017 8.1; owasp-asvs-5.0.0 V14.3.3
-- source    RFC 10017 8.1, 8.5
-- near      1
select s.id as secret, c.id as component,
       h.storage_form in ('local_storage', 'session_storage', 'indexed_db', 'script_cookie') as violated,
       coalesce(h.storage_form, 'storage') as form
from component c cross join holding h on h.component = c.id -- cross join: from the few browsers
join secret s on s.id = h.secret
where c.kind = 'client_browser' and s.kind in ('access_token', 'refresh_token', 'id_token')
