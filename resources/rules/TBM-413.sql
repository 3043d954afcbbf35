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
select component, violated, calls
from (select c.id as component, some(w.id is not null and w.authn <> 'none') as violated,
             group_concat(case when w.authn is null then w.id end, ' ') as calls
      from component c left join flow w on w.source = c.id
      where c.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'message_broker', 'identity_provider', 'ci_cd',
                       'admin_console', 'ai_agent')
        and not exists (select 1 from assignment a where a.component = c.id)
      group by c.id)
