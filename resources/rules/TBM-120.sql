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
select c.id as component,
       c.third_party
         and (select some(d.sensitivity in ('confidential', 'regulated'))
              from (select id from flow where source = c.id union all select id from flow where target = c.id) w
              join flow_data m on m.flow = w.id join data_asset d on d.id = m.data) as violated,
       coalesce((select group_concat(data, ' ')
                 from (select distinct d.id as data
                       from (select id from flow where source = c.id union all select id from flow where target = c.id) w
                       join flow_data m on m.flow = w.id join data_asset d on d.id = m.data
                       where d.sensitivity in ('confidential', 'regulated') order by d.id)),
                'data that may be sensitive') as sensitive
from component c
where c.kind in ('bff', 'api_gateway') and c.third_party is not 0 -- else satisfied
