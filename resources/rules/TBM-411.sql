-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-411   Pipeline with a static production credential
-- high      pipelines are privileged, and many can change them
-- critical  the credential is administrator there
-- says      {pipeline} holds {secret}, a lasting credential that opens production{at}{targets}.
-- asks      secret.expires, secret.lifetime_s, component.environment
-- fix       Federate the pipeline (OIDC) and use short-lived credentials.
-- controls  owasp-nhi-2025 NHI6:2025; nist-csf-2.0 PR.PS-06; owasp-asvs-5.0.0 V13.3.1
-- source    NHI6
-- near      4
with reach(identity, production, admin, targets) as (
  select g.identity, some(t.environment = 'prod'), max(t.environment = 'prod' and g.admin),
         group_concat(case when t.environment = 'prod' then t.id end, ' ')
  from (select g.identity, g.target, max(g.admin) as admin
        from (select distinct s.identity
              from component c cross join holding h on h.component = c.id join secret s on s.id = h.secret -- from the few pipelines
              where c.kind = 'ci_cd') held
        cross join grant_ g on g.identity = held.identity
        group by g.identity, g.target order by g.identity, g.target) g
  join component t on t.id = g.target
  group by g.identity)
select c.id as pipeline, s.id as secret,
       (not s.expires or s.lifetime_s > 86400 * :max_secret_days) and r.production as violated,
       case when r.admin then 'critical' end as severity,
       case when r.production then ' at ' else '' end as at,
       case when r.production then r.targets end as targets
from component c
join holding h on h.component = c.id
join secret s on s.id = h.secret
join reach r on r.identity = s.identity
where c.kind = 'ci_cd' and s.kind in ('api_key', 'client_secret', 'password', 'db_password', 'private_key')
