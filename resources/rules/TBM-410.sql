-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-410   Third party holds a powerful or lasting identity
-- high      their breach is yours
-- medium    it is only powerful or only lasting, and the supplier's assessment is valid
-- says      {component} is a third party and can act as {identity}{lasting}{powerful}.
-- asks      component.third_party, secret.expires of secrets, secret.lifetime_s of secrets, data_asset.sensitivity
-- fix       A least-privilege, short-lived identity per supplier; watch its use.
-- controls  owasp-nhi-2025 NHI3:2025; nist-csf-2.0 GV.SC-07; nist-csf-2.0 ID.AM-04; nist-sp-800-53-r5 SA-9;
--           nist-sp-800-53-r5 SR-6
-- source    NHI3
-- near      1
with life(component, identity, lasting, secrets) as (
  select h.component, s.identity, some(not s.expires or s.lifetime_s > 86400 * :max_secret_days), group_concat(s.id, ' ')
  from component c cross join holding h on h.component = c.id cross join secret s on s.id = h.secret -- of third parties alone
  where (c.kind = 'third_party_service' or c.third_party) is not 0 and s.identity is not null
  group by h.component, s.identity)
select a.component as component, a.identity as identity,
       (c.kind = 'third_party_service' or c.third_party)
         and (case when l.identity is not null then l.lasting else 0 end or m.powerful) as violated,
       case when c.assessment_reference is not null and coalesce(days(c.assessment_expires_at, :today) <= 0, 1)
             and coalesce(l.lasting, 0) + coalesce(m.powerful, 0) = 1 then 'medium' end as severity,
       case when l.lasting then ', with a secret that outlives policy' else '' end as lasting,
       case when m.powerful then ', with rights to change, to administer or to read sensitive data' else '' end as powerful,
       l.secrets
from component c -- cross join: component by component, as the indexes have them
cross join acts_as a on a.component = c.id
cross join identity i on i.id = a.identity
cross join rights m on m.identity = i.id
left join life l on l.component = a.component and l.identity = a.identity
where i.kind <> 'human' and c.kind not in ('client_browser', 'client_native')
  and (c.kind = 'third_party_service' or c.third_party) is not 0 -- else satisfied
