-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-026   Refresh token of a public client, neither rotated nor bound
-- none      RFC 9700 4.14 tells it from one without an end
-- asks      secret.rotation, component.oauth_client_type
-- near      1
select s.id as secret,
       s.bound_to is null and s.rotation = 'none'
         and (select some(c.oauth_client_type = 'public') from holding h join component c on c.id = h.component
              where h.secret = s.id and c.kind <> 'secret_store') as violated
from secret s
where s.kind = 'refresh_token'
