-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-110   Session cookie weaker than recommended
-- low       use from another site, or a taken-over neighbour domain, reaches further
-- medium    the cookie is sent to neighbour domains, or shows tokens to whoever reads it from the disk
-- says      The session cookie of {component} is weaker than recommended{why}.
-- asks      component.function.session_management of component, component.cookie_same_site of component,
--           component.cookie_domain_set of component, component.cookie_host_prefix of component, component.cookie_path
--           of component, component.cookie_contains_tokens of component, component.cookie_encrypted of component,
--           flow.authn of calls
-- fix       SameSite=Strict, a __Host- name, no Domain, Path=/; encrypt cookies that contain tokens.
-- edit      update component set cookie_same_site = 'strict', cookie_domain_set = 0, cookie_host_prefix = 1, cookie_path
--           = '/', cookie_encrypted = case when cookie_contains_tokens then 1 else cookie_encrypted end where id =
--           :component
-- controls  ietf-rfc-10017 6.1.3.2; owasp-asvs-5.0.0 V3.3.2; owasp-asvs-5.0.0 V3.3.3
-- source    RFC 10017 6.1.3.2 (SHOULD)
-- near      1
select c.id as component,
       n.manages and (c.cookie_same_site <> 'strict' or c.cookie_domain_set or not c.cookie_host_prefix or c.cookie_path <> '/'
                      or (c.cookie_contains_tokens and not c.cookie_encrypted)) as violated,
       case when c.cookie_domain_set or (c.cookie_contains_tokens and not c.cookie_encrypted) then 'medium' end as severity,
       case when c.cookie_same_site <> 'strict' then '; SameSite is ' || c.cookie_same_site else '' end
         || case when c.cookie_domain_set then '; it is sent to neighbour domains' else '' end
         || case when not c.cookie_host_prefix then '; its name lacks the Host prefix' else '' end
         || case when c.cookie_path <> '/' then '; its path is not /' else '' end
         || case when c.cookie_contains_tokens and not c.cookie_encrypted then '; it contains tokens in the clear' else '' end as why,
       case when n.manages is null then (select group_concat(w.id, ' ') from flow w where w.target = c.id) end as calls
from sessions n
cross join component c on c.id = n.component -- cross join: of those that may set one
where n.manages is not 0 and c.kind in ('api_gateway', 'bff', 'token_mediator', 'backend') -- else satisfied
