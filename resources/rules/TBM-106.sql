-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-106   Frontend bypasses its BFF
-- high      the browser then needs a token or key of its own, undoing the BFF
-- says      {frontend} has {bff}, yet calls {target} directly with a credential: {flow}.
-- asks      flow.authn, flow.continues
-- fix       Route through the BFF, or drop credentials from the direct call (public data only).
-- controls  ietf-rfc-10017 6.1.1; owasp-asvs-5.0.0 V10.1.1; nist-sp-800-53-r5 AC-4
-- source    S4
with recursive lead(first, flow, component, sure) as (
  select w.id, w.id, w.target, 1
  from component f cross join flow w on w.source = f.id -- cross join: from the few frontends
  where f.kind in ('client_browser', 'client_native')
  union
  select l.first, w.id, w.target, l.sure and c.leg is not null
  from lead l
  join component via on via.id = l.component and via.kind in ('api_gateway', 'cdn')
  join flow w on w.source = via.id
  left join flow_continues c on c.flow = w.id and c.leg = l.flow
  where c.leg is not null or not exists (select 1 from flow_continues o where o.flow = w.id)),
leads(first, sure) as (
  select l.first, max(l.sure) from lead l join component b on b.id = l.component where b.kind = 'bff' group by l.first)
select f.id as frontend, w.id as flow,
       w.authn in ('bearer', 'api_key', 'session_cookie')
         and case own.sure when 1 then 1 end
         and case when l.first is null then 1 when l.sure then 0 end as violated,
       x.id as target, own.bff
from component f
join (select s.frontend, max(s.sure) as sure, min(s.component) as bff
      from served s join component b on b.id = s.component
      where b.kind = 'bff' group by s.frontend) own on own.frontend = f.id
join flow w on w.source = f.id
join component x on x.id = w.target
left join leads l on l.first = w.id
where (w.authn in ('bearer', 'api_key', 'session_cookie')) is not 0 -- else satisfied
  and f.kind in ('client_browser', 'client_native') and x.kind in ('api_gateway', 'backend', 'data_store')
