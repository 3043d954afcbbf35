-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-101   Application secret held by a shared gateway
-- high      every frontend behind the gateway shares one compromise
-- critical  as well, the secret is administrator somewhere, or opens components of two applications
-- says      {gateway} holds {secret}, and serves {frontends}.
-- asks      secret.purpose, flow.continues
-- fix       Move the secret to the BFF or service that makes the call; leave the gateway its own identity, its TLS
--           keys and public verification keys.
-- controls  owasp-nhi-2025 NHI2:2025; owasp-nhi-2025 NHI9:2025; nist-sp-800-53-r5 SC-7(21); nist-csf-2.0 PR.AA-05;
--           nist-sp-800-207 Section 2
-- source    S2, S7, S13
-- near      1
select g.id as gateway, s.id as secret,
       s.purpose in ('downstream', 'session') and v.shared as violated,
       case when o.admin or o.applications >= 2 then 'critical' end as severity,
       v.frontends
from component g -- cross join: from the few shared gateways
cross join serving v on v.component = g.id
cross join holding h on h.component = g.id
cross join secret  s on s.id = h.secret
cross join opens   o on o.secret = s.id
where g.kind = 'api_gateway' and v.shared is not 0 -- else satisfied
