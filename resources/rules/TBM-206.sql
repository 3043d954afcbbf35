-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-206   Code flow without PKCE
-- high      codes can be intercepted and injected
-- low       the client is confidential; PKCE is recommended there, too
-- says      {client} uses the authorization code grant {how}.
-- asks      component.oauth_grant.authorization_code, component.oauth_pkce
-- fix       Require PKCE with S256 at the authorisation server.
-- edit      update component set oauth_pkce = 'S256' where id = :client
-- controls  ietf-rfc-9700 2.1.1; ietf-rfc-10017 6.3.2.1; owasp-asvs-5.0.0 V10.4.6; owasp-nhi-2025 NHI4:2025
-- source    RFC 9700 2.1.1 (MUST, public)
-- near      0
select c.id as client,
       code.present and c.oauth_pkce <> 'S256' as violated,
       case when c.oauth_client_type = 'confidential' then 'low' end as severity,
       case when c.oauth_pkce = 'plain' then 'with PKCE that does not hash' else 'without PKCE' end as how
from oauth_clients o
join component c on c.id = o.component
left join component_has code on code.component = c.id and code.what = 'oauth_grant.authorization_code'
