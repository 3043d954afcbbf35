-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-003   Secret kept other than in sanctioned storage
-- none      NHI2; an HttpOnly session cookie in a browser is sanctioned
-- asks      holding.storage_form
-- near      1
select s.id as secret, h.component as component,
       (c.kind in ('client_browser', 'client_native', 'client_machine')
          or h.storage_form not in ('secret_manager', 'hsm', 'kms', 'tpm', 'memory_only'))
         and not (s.kind = 'session_cookie' and c.kind = 'client_browser' and h.storage_form = 'http_only_cookie') as violated
from secret s cross join holding h on h.secret = s.id -- cross join: secret by secret
join component c on c.id = h.component
order by s.id -- as the table has them
