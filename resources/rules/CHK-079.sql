-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-079   Receiver does not verify signature, issuer or expiry of the token
-- none      PR.AA-04 tells them from the audience
-- asks      flow.authn, component.token_check.signature_or_introspection, component.token_check.issuer,
--           component.token_check.expiry
-- near      1
select w.id as flow,
       w.authn in ('bearer', 'dpop', 'mtls_token') and (not sig.present or not iss.present or not ends.present) as violated
from flow w
left join component_has sig on sig.component = w.target and sig.what = 'token_check.signature_or_introspection'
left join component_has iss on iss.component = w.target and iss.what = 'token_check.issuer'
left join component_has ends on ends.component = w.target and ends.what = 'token_check.expiry'
where (w.authn in ('bearer', 'dpop', 'mtls_token')) is not 0 -- else satisfied
