-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-056   Call without mutual authentication
-- none      RFC 9700 4.13 asks for it behind TLS termination, ID-SEG-REC-2 between services
-- asks      flow.authn
-- near      0
select w.id as flow, w.authn not in ('mtls', 'mtls_token', 'workload_token', 'signed_request', 'dpop') as violated
from flow w
