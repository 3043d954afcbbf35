-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-213   Session without end
-- medium    a stolen cookie works for as long as the session lives
-- says      Sessions at {component} last too long{why}.
-- asks      component.function.session_management of component, component.session_absolute_s of component,
--           component.session_idle_s of component, flow.authn of calls
-- fix       An idle and an absolute limit; the absolute one in line with the longest life of the refresh token.
-- controls  owasp-asvs-5.0.0 V7.3.1; owasp-asvs-5.0.0 V7.3.2; owasp-nhi-2025 NHI7:2025; ietf-rfc-10017 6.1.2.2;
--           nist-sp-800-53-r5 SC-23
-- source    NHI7 scenario; RFC 10017 6.1.2.2
-- near      1
select c.id as component,
       n.manages and (c.session_absolute_s = 0 or c.session_idle_s = 0 or c.session_absolute_s > :max_session_s) as violated,
       case when c.session_absolute_s = 0 then '; there is no absolute limit'
            when c.session_absolute_s > :max_session_s
              then '; the absolute limit is ' || c.session_absolute_s || ' s, where ' || :max_session_s || ' s are allowed'
            else '' end
         || case when c.session_idle_s = 0 then '; idle sessions do not end' else '' end as why,
       case when n.manages is null then (select group_concat(w.id, ' ') from flow w where w.target = c.id) end as calls
from sessions n
cross join component c on c.id = n.component
where n.manages is not 0 -- else satisfied
