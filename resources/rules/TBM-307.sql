-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-307   Credential in URL
-- high      addresses end in logs, history and referrers
-- says      The call {flow} carries its credential in the address.
-- asks      flow.credential_location
-- fix       Send the credential in a header or the body.
-- edit      update flow set credential_location = 'header' where id = :flow
-- controls  owasp-nhi-2025 NHI2:2025; owasp-api-2023 API2:2023; owasp-asvs-5.0.0 V14.2.1
-- source    API2:2023; ASVS V14.2.1
-- near      0
select w.id as flow,
       w.credential_location = 'url_query' as violated
from flow w
