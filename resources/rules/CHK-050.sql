-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-050   Cookie-authenticated endpoint without any defence
-- none      RFC 10017 6.1.3.3 tells none from SameSite alone
-- asks      flow.authn, component.csrf_defence.custom_header_cors, component.csrf_defence.anti_forgery_token,
--           component.csrf_defence.samesite
-- near      2
with endpoint(flow, authn, component) as (
  select w.id, w.authn, w.target
  from component f cross join flow w on w.source = f.id -- cross join: from the few frontends
  where f.kind in ('client_browser', 'client_native')
    and not exists (select 1 from flow_continues c join flow n on n.id = c.flow join component t on t.id = w.target
                    where c.leg = w.id and n.source = w.target and t.kind in ('api_gateway', 'cdn'))
  union
  select w.id, w.authn, n.target
  from component f cross join flow w on w.source = f.id
  join component t on t.id = w.target
  join flow_continues c on c.leg = w.id
  join flow n on n.id = c.flow and n.source = w.target
  where f.kind in ('client_browser', 'client_native') and t.kind in ('api_gateway', 'cdn'))
select e.flow as flow, e.authn = 'session_cookie' and not (header.present or token.present or same.present) as violated
from endpoint e
left join component_has header on header.component = e.component and header.what = 'csrf_defence.custom_header_cors'
left join component_has token on token.component = e.component and token.what = 'csrf_defence.anti_forgery_token'
left join component_has same on same.component = e.component and same.what = 'csrf_defence.samesite'
where (e.authn = 'session_cookie') is not 0 -- else satisfied
