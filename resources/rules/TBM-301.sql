-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-301   Unencrypted flow
-- high      network location is not trust; what passes can be read, altered and replayed
-- critical  it carries a credential, or touches the internet
-- medium    both ends are in one zone and all data it moves is public
-- says      The call {flow} is not encrypted{why}.
-- asks      flow.tls
-- fix       TLS end to end, or re-encrypt after termination.
-- edit      update flow set tls = '1.3' where id = :flow
-- controls  nist-sp-800-207 Tenet 2; nist-csf-2.0 PR.DS-02; nist-sp-800-53-r5 SC-8; ietf-rfc-9700 4.13;
--           owasp-asvs-5.0.0 V12.3.3; owasp-api-2023 API8:2023; nist-sp-800-207a ID-SEG-REC-1
-- source    SP 800-207 tenet 2
-- near      2
with part as (
  select w.id as flow, w.tls = 'none' as violated, a.zone = b.zone as within,
         case when exists (select 1 from flow_secret u where u.flow = w.id) then ', carries a secret'
              when w.authn in ('session_cookie', 'bearer', 'dpop', 'mtls_token', 'workload_token', 'api_key', 'basic',
                               'static_token', 'presigned') then ', shows a credential' else '' end
           || case when y.kind = 'internet' or z.kind = 'internet' then ', touches the internet' else '' end as grave,
         case when a.zone <> b.zone then ', crosses a trust boundary' else '' end
           || case when exists (select 1 from flow_data m join data_asset d on d.id = m.data
                                where m.flow = w.id and d.sensitivity in ('confidential', 'regulated'))
                   then ', moves sensitive data' else '' end as more
  from flow w
  join component a on a.id = w.source
  join component b on b.id = w.target
  left join zone y on y.id = a.zone
  left join zone z on z.id = b.zone
  where (w.tls = 'none') is not 0) -- else satisfied
select p.flow as flow, p.violated as violated,
       case when p.grave <> '' then 'critical'
            when p.within
             and (select count(*) > 0 and every(d.sensitivity = 'public')
                  from flow_data m join data_asset d on d.id = m.data where m.flow = p.flow) then 'medium' end as severity,
       coalesce(': it' || nullif(substr(p.grave || p.more, 2), ''), '') as why
from part p
