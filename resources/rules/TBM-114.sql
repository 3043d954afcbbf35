-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-114   Sensitive browser application without a BFF
-- medium    all script attacks on tokens apply, silent acquisition of new tokens included
-- high      the data is regulated, or its records belong to users
-- says      {frontend} is a public OAuth client with sensitive data ({sensitive}) and has no BFF.
-- asks      component.oauth_client_type, data_asset.sensitivity, flow.continues
-- fix       Introduce a BFF; a token-mediating backend only if proxying is impossible.
-- controls  ietf-rfc-10017 6.3.4.3; ietf-rfc-10017 6.1.4.3; owasp-asvs-5.0.0 V10.1.1
-- source    S6; RFC 10017 6.1.4.3, 6.3.4.3
-- near      2
select f.id as frontend,
       f.oauth_client_type = 'public'
         and some(d.sensitivity in ('confidential', 'regulated'))
         and (select case max(s.sure) when 1 then 0 when 0 then null else 1 end
              from served s join component b on b.id = s.component
              where s.frontend = f.id and b.kind = 'bff') as violated,
       case when some(d.sensitivity = 'regulated' or d.per_user) then 'high' end as severity,
       group_concat(case when d.sensitivity in ('confidential', 'regulated') then d.id end, ' ') as sensitive
from (select f.id as frontend, m.data
      from component f cross join flow w on w.source = f.id cross join flow_data m on m.flow = w.id -- from the browsers on
      where f.kind = 'client_browser' and (f.oauth_client_type = 'public') is not 0 -- else satisfied
      union
      select f.id, m.data
      from component f cross join flow w on w.target = f.id cross join flow_data m on m.flow = w.id
      where f.kind = 'client_browser' and (f.oauth_client_type = 'public') is not 0
      order by 1, 2) m
join component f on f.id = m.frontend
join data_asset d on d.id = m.data
group by m.frontend
