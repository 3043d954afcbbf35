-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-043   Token issued outside an identity provider
-- none      IA-13
-- asks      identity.issuer, secret.signs_for
-- near      2
select s.id as secret,
       case when s.kind = 'signing_key' then o.kind <> 'identity_provider'
            when s.identity is not null then k.kind <> 'identity_provider' else 0 end as violated
from secret s
left join identity i on i.id = s.identity
left join component k on k.id = i.issuer
left join component o on o.id = s.signs_for
where s.kind in ('access_token', 'refresh_token', 'id_token', 'signing_key')
