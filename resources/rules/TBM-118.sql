-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-118   Internet-facing entry without rate limit
-- medium    brute force, scraping and cost attacks; a BFF hides client addresses from later limiters
-- says      {component} takes calls from the internet, as {flow}, and nothing on the way limits their rate.
-- asks      zone.kind of zone, component.function.rate_limit of limiters
-- fix       Rate limit at the gateway (shared) and per session at the BFF.
-- edit      insert or replace into component_has values (:component, 'function.rate_limit', 1)
-- controls  owasp-api-2023 API4:2023; nist-sp-800-53-r5 SC-5; nist-csf-2.0 PR.IR-04; ietf-rfc-10017 6.1.3.5
-- source    S5
-- near      2
select w.id as flow, c.id as component,
       z.kind = 'internet' and not own.present and (y.kind not in ('api_gateway', 'cdn') or not via.present) as violated,
       z.id as zone, case when y.kind in ('api_gateway', 'cdn') then c.id || ' ' || y.id else c.id end as limiters
from flow w
join component y on y.id = w.source
join (select id, kind from zone where (kind = 'internet') is not 0
      group by id) z on z.id = y.zone -- grouped: SQLite takes them to be few
join component c on c.id = w.target
left join component_has own on own.component = c.id and own.what = 'function.rate_limit'
left join component_has via on via.component = y.id and via.what = 'function.rate_limit'
where c.zone is not y.zone -- else satisfied
