-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-202   Refresh token reachable by browser code
-- high      one script injection gives long-term impersonation
-- critical  as well, it is neither rotated nor bound to its sender
-- says      {component} holds the refresh token {secret}, within reach of any script in it.
-- fix       Keep refresh tokens in the BFF/token mediator.
-- controls  owasp-asvs-5.0.0 V10.1.1; ietf-rfc-10017 6.1; owasp-nhi-2025 NHI7:2025
-- source    RFC 10017 5.2.1, 6.1
-- near      1
select s.id as secret, c.id as component,
       1 as violated,
       case when s.rotation = 'none' and s.bound_to is null then 'critical' end as severity
from component c cross join holding h on h.component = c.id -- cross join: from the few browsers
join secret s on s.id = h.secret
where c.kind = 'client_browser' and s.kind = 'refresh_token'
