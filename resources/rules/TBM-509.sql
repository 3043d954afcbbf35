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
-- near      1
select component, not encrypted and (kind = 'secret_store' or secrets or sensitive) as violated,
       case when kind = 'secret_store' or secrets then 'high' end as severity
from (select c.id as component, c.kind, c.encryption_at_rest as encrypted,
             (select some(h.storage_form <> 'memory_only') from holding h where h.component = c.id) as secrets,
             (select some(l.stored and d.sensitivity in ('confidential', 'regulated'))
              from handling l join data_asset d on d.id = l.data where l.component = c.id) as sensitive
      from component c
      -- Else it is satisfied.
      where (not c.encryption_at_rest) is not 0 and c.kind in ('data_store', 'cache', 'session_store', 'secret_store', 'log_sink'))
