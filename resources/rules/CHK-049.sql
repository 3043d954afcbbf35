-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-049   Client authenticates by a shared secret, or uses no code grant
-- none      RFC 10017 6.1.3.1; RFC 9700 2.5 prefers asymmetric keys
-- asks      component.oauth_client_auth, component.oauth_grant.authorization_code
-- near      0
select c.id as bff, c.oauth_client_auth = 'secret' or not code.present as violated
from component c
left join component_has code on code.component = c.id and code.what = 'oauth_grant.authorization_code'
where c.kind in ('bff', 'token_mediator')
