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
select a.component as component, a.identity as identity,
       (c.kind = 'third_party_service' or c.third_party) and (a.lasting or m.powerful) as violated,
       case when c.assessment_reference is not null and coalesce(days(c.assessment_expires_at, :today) <= 0, 1)
             and coalesce(a.lasting, 0) + coalesce(m.powerful, 0) = 1 then 'medium' end as severity,
       case when a.lasting then ', with a secret that outlives policy' else '' end as lasting,
       case when m.powerful then ', with rights to change, to administer or to read sensitive data' else '' end as powerful,
       a.secrets
from (select component, identity, secrets,
             secrets is not null and (forever or longest_s > 86400 * :max_secret_days) as lasting from acts_as) a
join component c on c.id = a.component
join identity i on i.id = a.identity
join rights m on m.identity = i.id
where (a.lasting or m.powerful) is not 0 and (c.kind = 'third_party_service' or c.third_party) is not 0 -- else satisfied
  and i.kind <> 'human' and c.kind not in ('client_browser', 'client_native')
