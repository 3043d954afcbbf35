-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-214   Receiver does not verify the token
-- high      forged or foreign tokens are accepted; trust rests on the caller
-- says      {component} does not fully verify the token of {flow}{missing}.
-- asks      flow.authn, component.token_check.signature_or_introspection of component, component.token_check.issuer of
--           component, component.token_check.expiry of component, component.token_check.audience of component
-- fix       Verify signature/introspect, issuer, expiry, audience at each hop that decides.
-- edit      insert or replace into component_has values (:component, 'token_check.signature_or_introspection', 1),
--           (:component, 'token_check.issuer', 1), (:component, 'token_check.expiry', 1), (:component,
--           'token_check.audience', 1)
-- controls  owasp-asvs-5.0.0 V9.1.1; owasp-asvs-5.0.0 V9.2.1; owasp-api-2023 API2:2023; nist-csf-2.0 PR.AA-04;
--           nist-sp-800-53-r5 IA-13(2); nist-sp-800-207a ID-SEG-REC-4
-- source    S12
-- near      1
select w.id as flow, w.target as component,
       w.authn in ('bearer', 'dpop', 'mtls_token')
         and (not sig.present or not iss.present or not ends.present or not aud.present) as violated,
       case when 0 in (sig.present, iss.present, ends.present, aud.present) then ': not checked are' else '' end
         || substr(case when sig.present = 0 then ', signature' else '' end
                   || case when iss.present = 0 then ', issuer' else '' end
                   || case when ends.present = 0 then ', expiry' else '' end
                   || case when aud.present = 0 then ', audience' else '' end, 2) as missing
from flow w
left join component_has sig on sig.component = w.target and sig.what = 'token_check.signature_or_introspection'
left join component_has iss on iss.component = w.target and iss.what = 'token_check.issuer'
left join component_has ends on ends.component = w.target and ends.what = 'token_check.expiry'
left join component_has aud on aud.component = w.target and aud.what = 'token_check.audience'
where (w.authn in ('bearer', 'dpop', 'mtls_token')) is not 0 -- else satisfied
