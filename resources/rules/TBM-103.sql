-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-103   Frontend logic in a shared gateway
-- medium    a change for one client alters the trust path of all; privilege and token scope become hard to follow
-- says      {gateway} shapes or aggregates what it passes on, and serves {frontends}.
-- asks      component.function.aggregation, component.function.response_shaping, data_asset.sensitivity, zone.kind,
--           flow.continues
-- fix       Move aggregation and shaping to one BFF per frontend; leave routing and shared policy at the gateway.
-- controls  nist-csf-2.0 PR.PS-01; nist-sp-800-53-r5 SC-3; nist-sp-800-53-r5 SC-7(21)
-- source    S10, S16, S17
-- near      2
select g.id as gateway,
       v.shared and (a.present or r.present)
         and (select some(d.sensitivity in ('confidential', 'regulated') or (d.sensitivity = 'internal' and outside.reached))
              from (select w.id from flow w where w.source = g.id union select w.id from flow w where w.target = g.id) near
              join flow_data m on m.flow = near.id
              join data_asset d on d.id = m.data
              join (select some(z.kind = 'internet') as reached
                    from served s join component f on f.id = s.frontend join zone z on z.id = f.zone
                    where s.component = g.id) outside) as violated,
       v.frontends
from component g
join serving v on v.component = g.id
left join component_has a on a.component = g.id and a.what = 'function.aggregation'
left join component_has r on r.component = g.id and r.what = 'function.response_shaping'
where g.kind = 'api_gateway' and v.shared is not 0 and (a.present or r.present) is not 0 -- else satisfied
