-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-108   BFF is not a confidential client
-- high      malicious script can redeem codes itself; the main benefit of the pattern is lost
-- says      {bff} is not a confidential OAuth client{why}.
-- asks      component.oauth_client_type, component.oauth_client_auth
-- fix       Register it as confidential; prefer a signed assertion (private_key_jwt) or mTLS over a secret.
-- edit      update component set oauth_client_type = 'confidential', oauth_client_auth = case when oauth_client_auth in
--           ('secret', 'mtls') then oauth_client_auth else 'private_key_jwt' end where id = :bff
-- controls  ietf-rfc-10017 6.1.3.1; ietf-rfc-9700 2.5; owasp-asvs-5.0.0 V10.4.10; owasp-nhi-2025 NHI4:2025
-- source    S6
-- near      0
select b.id as bff,
       b.oauth_client_type = 'public' or b.oauth_client_auth = 'none' as violated,
       case when b.oauth_client_type = 'public' then ': it is registered as public'
            when b.oauth_client_auth = 'none' then ': it does not authenticate itself to the authorisation server'
            else '' end as why
from component b
where b.kind in ('bff', 'token_mediator')
