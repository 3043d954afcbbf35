-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-413   Server component without its own identity
-- medium    it acts with somebody else's credential
-- says      {component} makes authenticated calls and has no identity of its own.
-- asks      flow.authn of calls
-- fix       Give it a narrow identity of its own.
-- controls  nist-sp-800-53-r5 IA-9; nist-csf-2.0 PR.AA-01; nist-sp-800-207 Tenet 1
-- source    S3
-- near      1
select c.id as component,
       case when exists (select 1 from flow w where w.source = c.id and w.authn <> 'none') then 1 end as violated,
       (select group_concat(w.id, ' ') from flow w where w.source = c.id and w.authn is null) as calls
from component c
where c.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'message_broker', 'identity_provider', 'ci_cd',
                 'admin_console', 'ai_agent')
  and not exists (select 1 from assignment a where a.component = c.id)
  and exists (select 1 from flow w where w.source = c.id and (w.authn <> 'none') is not 0) -- else satisfied
