-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-606   Supplier not assessed
-- low       nobody knows how well a part of the trust path is kept
-- medium    as well, it holds a secret or handles sensitive data
-- says      {component} is run by a third party, and {state}.
-- asks      component.third_party
-- fix       Record an assessment and the date it ends.
-- controls  nist-csf-2.0 GV.SC-07; nist-csf-2.0 GV.SC-04; nist-sp-800-53-r5 SR-6; owasp-nhi-2025 NHI3:2025
-- source    NHI3
-- near      2
select c.id as component,
       (c.kind = 'third_party_service' or c.third_party)
         and (c.assessment_reference is null or coalesce(days(c.assessment_expires_at, :today) > 0, 0)) as violated,
       case when exists (select 1 from holding h where h.component = c.id)
              or exists (select 1 from handling l join data_asset d on d.id = l.data
                         where l.component = c.id and d.sensitivity in ('confidential', 'regulated'))
              or exists (select 1 from flow w join flow_data m on m.flow = w.id join data_asset d on d.id = m.data
                         where (w.source = c.id or w.target = c.id) and d.sensitivity in ('confidential', 'regulated'))
            then 'medium' end as severity,
       case when c.assessment_reference is null then 'there is no assessment'
            else 'its assessment has expired' end as state
from component c
where (c.kind = 'third_party_service' or c.third_party) is not 0 and c.kind not in ('client_browser', 'client_native') -- else satisfied
  and (c.assessment_reference is null or coalesce(days(c.assessment_expires_at, :today) > 0, 0))
