-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-024   Public client without PKCE
-- none      NHI4 and RFC 9700 2.1.1 tell public clients from confidential ones
-- asks      component.oauth_grant.authorization_code, component.oauth_client_type, component.oauth_pkce
-- near      0
select c.id as client,
       code.present and c.oauth_client_type = 'public' and c.oauth_pkce <> 'S256' as violated
from oauth_clients o
join component c on c.id = o.component
left join component_has code on code.component = c.id and code.what = 'oauth_grant.authorization_code'
