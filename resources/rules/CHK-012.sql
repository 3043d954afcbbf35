-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-012   Secret that proves no identity
-- none      PR.AA-01: each credential has one
-- asks      secret.purpose
-- near      0
select s.id as secret,
       s.identity is null
         and s.purpose not in ('token_signing', 'token_verification_public', 'tls_server', 'data_encryption', 'session') as violated
from secret s
