-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-064   Server component without an identity of its own
-- none      PR.AA-01, IA-9: one that others run as, too, is not its own
-- near      1
with shared(identity) as (select identity from assignment group by identity having count(*) > 1)
select c.id as component,
       1 as violated
from component c
where c.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'message_broker', 'identity_provider', 'ci_cd', 'admin_console', 'ai_agent')
  -- Drawn or not drawn, and so never unknown.
  and not exists (select 1 from assignment a join identity i on i.id = a.identity
                  where a.component = c.id and i.kind <> 'human' and a.identity not in (select identity from shared))
