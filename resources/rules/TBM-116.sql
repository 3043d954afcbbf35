-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-116   Identity headers accepted unsanitised
-- high      whoever reaches the target, or gets a header through the proxy, becomes any user
-- says      {target} believes the user that the call {flow} names in a header, and {source} {why}.
-- asks      flow.subject_propagation, flow.authn, component.function.header_sanitization of source
-- fix       Strip inbound copies at the edge; sign the assertion or use a token; mTLS between the two.
-- controls  ietf-rfc-9700 4.13; owasp-asvs-5.0.0 V4.1.3; nist-csf-2.0 PR.AA-04; owasp-nhi-2025 NHI4:2025
-- source    S12; RFC 9700 4.13 (MUST)
-- near      1
select w.id as flow, w.target as target,
       w.subject_propagation = 'trusted_header'
         and (not strips.present
              or w.authn not in ('mtls', 'signed_request', 'bearer', 'dpop', 'mtls_token', 'workload_token')) as violated,
       w.source as source,
       case when not strips.present and w.authn not in ('mtls', 'signed_request', 'bearer', 'dpop', 'mtls_token', 'workload_token')
              then 'neither strips such headers of its callers nor proves that the call is its own'
            when not strips.present then 'does not strip such headers of its callers'
            when w.authn not in ('mtls', 'signed_request', 'bearer', 'dpop', 'mtls_token', 'workload_token')
              then 'does not prove that the call is its own'
            else 'may not strip such headers, or not prove that the call is its own' end as why
from flow w
join component p on p.id = w.source
join component t on t.id = w.target
left join component_has strips on strips.component = w.source and strips.what = 'function.header_sanitization'
where (w.subject_propagation = 'trusted_header') is not 0 -- else satisfied
  and p.kind not in ('client_browser', 'client_native')
  and t.kind not in ('data_store', 'cache', 'session_store', 'secret_store', 'log_sink')
