-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-605   Logs stay with the component they watch
-- low       an attacker erases the traces
-- says      {component} {why}.
-- fix       Forward logs to a zone of their own, under another administrator.
-- controls  nist-sp-800-53-r5 AU-9; owasp-asvs-5.0.0 V16.4.3; nist-csf-2.0 PR.PS-04
-- source    ASVS V16.4.3
-- near      2
select c.id as component,
       1 as violated,
       case when c.logging_sink is null then 'has no place recorded that its logs go to'
            else 'logs to a place in its own zone, under the same administrator' end as why
from component c
left join component k on k.id = c.logging_sink
where c.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'message_broker', 'identity_provider', 'ci_cd', 'admin_console',
                 'ai_agent', 'secret_store', 'data_store')
  -- Recorded or drawn, and so never unknown.
  and (c.logging_sink is null
       or (k.zone = c.zone
           and exists (select 1 from grant_ here join grant_ there on there.identity = here.identity
                       where here.target = c.id and here.admin and there.target = k.id and there.admin)))
