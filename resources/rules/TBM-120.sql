-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-120   Third party operates a component that sees all traffic
-- low       the operator can observe every request and response, tokens among them
-- says      {component} is run by a third party and passes {sensitive}.
-- asks      component.third_party, data_asset.sensitivity
-- fix       Record the agreement; minimise the data; or operate it yourself.
-- controls  ietf-rfc-10017 6.1.3.4; nist-sp-800-53-r5 SA-9; nist-csf-2.0 GV.SC-07
-- source    RFC 10017 6.1.3.4
-- near      2
select p.component as component,
       c.third_party and some(d.sensitivity in ('confidential', 'regulated')) as violated,
       coalesce(group_concat(case when d.sensitivity in ('confidential', 'regulated') then d.id end, ' '),
                'data that may be sensitive') as sensitive
from (select c.id as component, m.data
      from component c cross join flow w on w.source = c.id cross join flow_data m on m.flow = w.id -- from the few such components
      where c.kind in ('bff', 'api_gateway') and c.third_party is not 0 -- else satisfied
      union
      select c.id, m.data
      from component c cross join flow w on w.target = c.id cross join flow_data m on m.flow = w.id
      where c.kind in ('bff', 'api_gateway') and c.third_party is not 0
      order by 1, 2) p
join component c on c.id = p.component
join data_asset d on d.id = p.data
group by p.component
