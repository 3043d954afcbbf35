-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-111   Cookie-authenticated endpoint without CSRF defence
-- high      another site can drive privileged calls with the user's cookie
-- medium    SameSite is the only defence, and another frontend is on the same site
-- says      The call {flow} is authenticated by a cookie at {endpoint}, {lacking}{beside}{neighbours}.
-- asks      flow.authn, component.csrf_defence.custom_header_cors of endpoint,
--           component.csrf_defence.anti_forgery_token of endpoint, component.csrf_defence.samesite of endpoint,
--           component.origin of silent
-- fix       Require a custom header with strict CORS, or an anti-forgery token; SameSite in addition.
-- edit      insert or replace into component_has values (:endpoint, 'csrf_defence.custom_header_cors', 1)
-- controls  ietf-rfc-10017 6.1.3.3; owasp-asvs-5.0.0 V3.5.1; nist-sp-800-53-r5 SC-23
-- source    RFC 10017 6.1.3.3 (MUST). The site is taken to be the host without its first label where more than one is
--           left; where registrations are made a level deeper (co.uk), strangers look like neighbours
with endpoint(flow, source, authn, component) as (
  select w.id, w.source, w.authn, w.target
  from component f cross join flow w on w.source = f.id -- cross join: from the few frontends
  where f.kind in ('client_browser', 'client_native')
    and not exists (select 1 from flow_continues c join flow n on n.id = c.flow join component t on t.id = w.target
                    where c.leg = w.id and n.source = w.target and t.kind in ('api_gateway', 'cdn'))
  union
  select w.id, w.source, w.authn, n.target
  from component f cross join flow w on w.source = f.id
  join component t on t.id = w.target
  join flow_continues c on c.leg = w.id
  join flow n on n.id = c.flow and n.source = w.target
  where f.kind in ('client_browser', 'client_native') and t.kind in ('api_gateway', 'cdn')),
host(component, name) as (
  select id, substr(bare, 1, instr(bare || ':', ':') - 1)
  from (select id, case when instr(origin, '://') > 0 then substr(origin, instr(origin, '://') + 3) else origin end as bare
        from component where kind = 'client_browser')),
site(component, name) as (
  select component, case when instr(substr(name, instr(name, '.') + 1), '.') > 0 then substr(name, instr(name, '.') + 1) else name end
  from host),
crowd(name, members, frontends) as (
  select name, count(*), group_concat(component, ' ') from (select * from site where name is not null order by component) group by name),
silent(members, browsers) as (
  select count(*), group_concat(component, ' ') from (select component from site where name is null order by component))
select e.flow as flow, e.component as endpoint,
       e.authn = 'session_cookie'
         and (not (header.present or token.present or same.present)
              or (same.present and not header.present and not token.present
                  and case when f.kind <> 'client_browser' then 0
                           when crowd.members > 1 then 1
                           when silent.members = 0 or (own.name is null and silent.members = 1
                                                       and (select count(*) from site) = 1) then 0 end)) as violated,
       case when same.present then 'medium' end as severity,
       case when same.present then 'which relies on SameSite alone' else 'which has no defence against requests of other sites' end as lacking,
       case when same.present and crowd.members > 1 then '; on one site are ' else '' end as beside,
       case when same.present and crowd.members > 1 then crowd.frontends end as neighbours,
       case when same.present then silent.browsers end as silent
from endpoint e
join component f on f.id = e.source
join silent
left join site own on own.component = e.source
left join crowd on crowd.name = own.name
left join component_has header on header.component = e.component and header.what = 'csrf_defence.custom_header_cors'
left join component_has token on token.component = e.component and token.what = 'csrf_defence.anti_forgery_token'
left join component_has same on same.component = e.component and same.what = 'csrf_defence.samesite'
where (e.authn = 'session_cookie') is not 0 -- else satisfied
