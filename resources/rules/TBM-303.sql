-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-303   Static credential for a service call
-- medium    it can be copied and shared, and is rarely rotated
-- high      as well, the call crosses a zone
-- says      The call {flow} shows a lasting static credential.
-- asks      flow.authn, flow.caller_identity, secret.expires, secret.lifetime_s
-- fix       Workload identity, mTLS with short certificates, or short-lived tokens.
-- controls  owasp-nhi-2025 NHI4:2025; owasp-asvs-5.0.0 V13.2.1; nist-sp-800-53-r5 IA-9; nist-sp-800-207a ID-SEG-REC-2
-- source    S3; NHI4
-- near      2
select w.id as flow, t.id as target,
       w.authn in ('api_key', 'basic', 'static_token')
         and case when exists (select 1 from flow_secret u where u.flow = w.id)
                  then (select some(not s.expires or s.lifetime_s > :max_secret_days * 86400)
                        from flow_secret u join secret s on s.id = u.secret where u.flow = w.id)
                  when w.caller_identity is not null
                  then (select a.forever or a.longest_s > :max_secret_days * 86400
                        from acts_as a where a.component = c.id and a.identity = w.caller_identity)
             end as violated,
       case when c.zone is not t.zone then 'high' end as severity
from flow w
join component c on c.id = w.source
join component t on t.id = w.target
where (w.authn in ('api_key', 'basic', 'static_token')) is not 0 -- else satisfied
  and c.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'message_broker', 'identity_provider', 'ci_cd', 'admin_console', 'ai_agent')
  and t.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'message_broker', 'identity_provider', 'ci_cd', 'admin_console', 'ai_agent',
                 'data_store', 'cache', 'session_store', 'secret_store', 'log_sink')
