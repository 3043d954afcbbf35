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
select component, identity,
       third_party and (lasting or powerful) as violated,
       case when assessed and coalesce(lasting, 0) + coalesce(powerful, 0) = 1 then 'medium' end as severity,
       case when lasting then ', with a secret that outlives policy' else '' end as lasting,
       case when powerful then ', with rights to change, to administer or to read sensitive data' else '' end as powerful,
       secrets
from (select a.component, i.id as identity, m.powerful, c.kind = 'third_party_service' or c.third_party as third_party,
             case when c.assessment_reference is not null then coalesce(days(c.assessment_expires_at, :today) <= 0, 1) end as assessed,
             some(h.secret is not null and (not s.expires or s.lifetime_s > 86400 * :max_secret_days)) as lasting,
             group_concat(h.secret, ' ') as secrets
      from identity i -- cross join: identity by identity, as the indexes have them
      cross join rights m on m.identity = i.id
      cross join acts_as a on a.identity = i.id
      cross join component c on c.id = a.component
      left join secret s on s.identity = i.id
      left join holding h on h.secret = s.id and h.component = a.component
      where i.kind <> 'human' and c.kind not in ('client_browser', 'client_native')
        and (c.kind = 'third_party_service' or c.third_party) is not 0
      group by i.id, a.component)
