-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-112   Server forwards to unrestricted destinations
-- high      whoever steers the destination calls what the server can reach
-- critical  as well, the server attaches a token or key to such calls, and sends it to the attacker's host
-- says      {component} may call anywhere{why}{calls}.
-- asks      component.egress_control of component, flow.destination_control of open
-- fix       A static route map or a list of allowed hosts and paths; validate path parameters; restrict methods.
-- controls  ietf-rfc-10017 6.1.3.6; owasp-api-2023 API7:2023; nist-sp-800-53-r5 SC-7(5); owasp-asvs-5.0.0 V13.2.5
-- source    RFC 10017 6.1.3.6 (MUST)
-- near      1
select component, violated,
       case when grave then 'critical' end as severity,
       case when egress = 'none' then ': nothing limits where it may connect to' else '' end
         || case when chosen then '; the caller chooses the destination of ' else '' end as why,
       case when chosen then calls end as calls,
       open
from (select c.id as component, c.egress_control as egress,
             c.egress_control = 'none' or some(w.id is not null and w.destination_control = 'client_chosen') as violated,
             some(w.id is not null and w.destination_control = 'client_chosen') as chosen,
             -- Whether a call that may go anywhere shows a credential.
             max(case when w.destination_control = 'client_chosen' or c.egress_control = 'none'
                      then w.authn in ('bearer', 'dpop', 'mtls_token', 'workload_token', 'static_token', 'api_key', 'basic')
                        or exists (select 1 from flow_secret u where u.flow = w.id) end) as grave,
             group_concat(case when w.destination_control = 'client_chosen' then w.id end, ' ') as calls,
             group_concat(case when w.destination_control is null then w.id end, ' ') as open
      from component c
      left join flow w on w.source = c.id
      where c.kind in ('bff', 'api_gateway', 'backend') /*near and c.id in near*/
      group by c.id)
where violated is not 0 -- else satisfied
