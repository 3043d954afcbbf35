-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-109   Session cookie misses a mandatory attribute
-- high      a script, or plain text on the wire, that shows the cookie gives the session
-- says      The session cookie of {component} can be taken{why}.
-- asks      component.function.session_management of component, component.cookie_secure of component,
--           component.cookie_http_only of component, flow.authn of calls
-- fix       Set Secure and HttpOnly.
-- edit      update component set cookie_secure = 1, cookie_http_only = 1 where id = :component
-- controls  ietf-rfc-10017 6.1.3.2; owasp-asvs-5.0.0 V3.3.1; owasp-asvs-5.0.0 V3.3.4; nist-sp-800-53-r5 SC-23
-- source    RFC 10017 6.1.3.2 (MUST)
-- near      1
select c.id as component,
       n.manages and (not c.cookie_secure or not c.cookie_http_only) as violated,
       case when not c.cookie_secure and not c.cookie_http_only then ': it is neither Secure nor HttpOnly'
            when not c.cookie_secure then ': it is not Secure, and so is sent in the clear'
            when not c.cookie_http_only then ': it is not HttpOnly, and so scripts can read it'
            else '' end as why,
       case when n.manages is null then (select group_concat(w.id, ' ') from flow w where w.target = c.id) end as calls
from sessions n
cross join component c on c.id = n.component -- cross join: of those that may set one
where n.manages is not 0 and c.kind in ('api_gateway', 'bff', 'token_mediator', 'backend') -- else satisfied
