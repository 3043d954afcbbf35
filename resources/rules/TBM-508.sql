-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-508   Token-signing key outside the issuer
-- critical  every holder can mint any token for any user
-- says      {component} holds {secret}, which signs tokens, and is not their issuer.
-- asks      secret.purpose, holding.storage_form
-- fix       Asymmetric signing; publish only public keys; HSM/KMS.
-- controls  nist-sp-800-53-r5 IA-13(1); nist-sp-800-53-r5 SC-12; owasp-asvs-5.0.0 V11.1.1; nist-csf-2.0 PR.AA-04
-- source    IA-13(1)
-- near      1
select s.id as secret, h.component as component,
       s.purpose = 'token_signing' and h.storage_form not in ('hsm', 'kms') as violated
from secret s cross join holding h on h.secret = s.id -- cross join: secret by secret
join component c on c.id = h.component
where (s.purpose = 'token_signing') is not 0 -- else satisfied
  and c.kind <> 'secret_store'
  and not coalesce(c.id = s.signs_for, c.kind = 'identity_provider')
