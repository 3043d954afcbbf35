-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-313   API key stands in for a user
-- medium    keys identify programs, not people: no second factor, no end of session
-- says      The call {flow} shows an API key in the name of a person, {identity}.
-- asks      flow.authn, flow.caller_identity
-- fix       Let users log in, with tokens or a session; keep keys for identifying client programs.
-- controls  owasp-api-2023 API2:2023; nist-sp-800-53-r5 IA-2; owasp-asvs-5.0.0 V7.2.2
-- source    API2:2023
-- near      1
select w.id as flow,
       w.authn = 'api_key' and i.kind = 'human' as violated,
       coalesce(i.id, 'the caller') as identity
from flow w
left join identity i on i.id = w.caller_identity
where (w.authn = 'api_key') is not 0 -- else satisfied
