-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-509   Sensitive data or secrets unencrypted at rest
-- medium    theft of storage or of a backup is disclosure
-- high      as well, secrets are stored there
-- says      {component} keeps sensitive data or secrets and does not encrypt them at rest.
-- asks      component.encryption_at_rest, handling.stored, data_asset.sensitivity, holding.storage_form
-- fix       Encrypt; keys in KMS/HSM.
-- edit      update component set encryption_at_rest = 1 where id = :component
-- controls  nist-csf-2.0 PR.DS-01; nist-sp-800-53-r5 SC-28
-- source    CSF PR.DS-01
select c.id as component,
       not c.encryption_at_rest and (c.kind = 'secret_store' or case when secrets.component is not null then secrets.kept else 0 end
                                     or case when sensitive.component is not null then sensitive.kept else 0 end) as violated,
       case when c.kind = 'secret_store' or secrets.kept then 'high' end as severity
from component c
left join (select h.component, some(h.storage_form <> 'memory_only') as kept from holding h group by h.component) secrets
  on secrets.component = c.id
left join (select l.component, some(l.stored and d.sensitivity in ('confidential', 'regulated')) as kept
           from handling l join data_asset d on d.id = l.data group by l.component) sensitive
  on sensitive.component = c.id
where c.kind in ('data_store', 'cache', 'session_store', 'secret_store', 'log_sink')
