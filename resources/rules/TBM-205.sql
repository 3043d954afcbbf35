-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-205   Deprecated grant
-- high      tokens travel in addresses, or the client sees the user's password
-- says      {client} uses an OAuth grant that must not be used{which}.
-- asks      component.oauth_grant.implicit, component.oauth_grant.password
-- fix       Authorization code with PKCE; client credentials for machine clients only.
-- edit      insert or replace into component_has values (:client, 'oauth_grant.implicit', 0), (:client,
--           'oauth_grant.password', 0), (:client, :instead, 1)
-- controls  ietf-rfc-9700 2.4; ietf-rfc-10017 7.2; ietf-rfc-10017 7.3; owasp-asvs-5.0.0 V10.4.4; owasp-nhi-2025
--           NHI4:2025
-- source    RFC 9700 2.4 (MUST NOT)
-- near      0
select o.component as client,
       i.present or p.present as violated,
       case when i.present and p.present then ': implicit and password' when i.present then ': implicit'
            when p.present then ': password' else '' end as which,
       case when c.kind = 'client_machine' then 'oauth_grant.client_credentials' else 'oauth_grant.authorization_code' end as instead
from oauth_clients o
join component c on c.id = o.component
left join component_has i on i.component = o.component and i.what = 'oauth_grant.implicit'
left join component_has p on p.component = o.component and p.what = 'oauth_grant.password'
