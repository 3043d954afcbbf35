-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-308   Non-production reaches production
-- high      the weaker environment becomes a way in
-- says      The call {flow} leads from {source}{from} to {target} in production.
-- asks      component.environment, flow.operation of deploys
-- fix       Remove it, or replace it by a one-way export of cleaned data.
-- controls  owasp-nhi-2025 NHI8:2025; nist-csf-2.0 PR.IR-01; nist-sp-800-53-r5 SC-7(21)
-- source    NHI8; CSF 1.1 PR.DS-7, which became PR.IR-01
-- near      1
select w.id as flow,
       c.environment <> 'prod' and t.environment = 'prod' and not (c.kind = 'ci_cd' and w.operation = 'deploy') as violated,
       c.id as source, t.id as target,
       case when c.environment is not null then ' in ' || c.environment else '' end as "from",
       case when c.kind = 'ci_cd' then w.id end as deploys
from flow w
join component c on c.id = w.source
join component t on t.id = w.target
where c.kind not in ('client_browser', 'client_native', 'client_machine', 'third_party_service')
  and (c.environment <> 'prod') is not 0 and (t.environment = 'prod') is not 0 -- else satisfied
order by w.id -- as the table has them
