-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-210   Access-token lifetime above policy
-- medium    it is the time a stolen token can be used
-- says      {secret} is valid for longer than policy allows{how}.
-- asks      secret.expires, secret.lifetime_s
-- fix       Shorten it; refresh at the BFF.
-- edit      update secret set expires = 1, lifetime_s = :longest where id = :secret
-- controls  owasp-nhi-2025 NHI7:2025; ietf-rfc-10017 9.1; nist-sp-800-53-r5 IA-13(3)
-- source    NHI7; RFC 10017 9.1
-- near      0
select s.id as secret,
       not s.expires or s.lifetime_s > :max_access_token_s as violated,
       case when s.expires = 0 then ': it does not expire'
            when s.lifetime_s > :max_access_token_s then ': ' || s.lifetime_s || ' s, where ' || :max_access_token_s || ' s are allowed'
            else '' end as how,
       :max_access_token_s as longest
from secret s
where s.kind = 'access_token'
