-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-302   Unauthenticated service call
-- high      any foothold in the zone can make the call
-- critical  the target is a store, or the operation is administrative
-- says      The call {flow} does not say who calls.
-- asks      flow.authn
-- fix       Service identity: mTLS/workload identity or token.
-- controls  nist-sp-800-53-r5 IA-9; nist-csf-2.0 PR.AA-03; owasp-api-2023 API2:2023; nist-sp-800-207 Tenet 2;
--           owasp-asvs-5.0.0 V13.2.1; owasp-nhi-2025 NHI4:2025; nist-sp-800-207a ID-SEG-REC-2
-- source    S12
-- near      1
select w.id as flow, t.id as target,
       w.authn in ('none', 'network_location') as violated,
       case when t.kind in ('data_store', 'cache', 'session_store', 'secret_store', 'log_sink') or w.operation in ('admin', 'deploy')
            then 'critical' end as severity
from flow w
join component c on c.id = w.source
join component t on t.id = w.target
where (w.authn in ('none', 'network_location')) is not 0 -- else satisfied
  and c.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'message_broker', 'identity_provider', 'ci_cd', 'admin_console', 'ai_agent')
  and t.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'message_broker', 'identity_provider', 'ci_cd', 'admin_console', 'ai_agent',
                 'data_store', 'cache', 'session_store', 'secret_store', 'log_sink')
