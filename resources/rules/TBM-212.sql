-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-212   Bearer token between servers across a boundary
-- low       whoever sees the token, in a log or at a proxy, can replay it
-- medium    the call moves sensitive data, or comes from the edge
-- says      The call {flow} crosses into another zone with a token that anyone who sees it can use.
-- asks      flow.authn
-- fix       Tokens bound by mTLS or DPoP.
-- controls  ietf-rfc-9700 2.2.1; ietf-rfc-9700 4.9; owasp-asvs-5.0.0 V10.3.5
-- source    RFC 9700 2.2.1 (SHOULD)
-- near      2
select w.id as flow,
       w.authn = 'bearer' as violated,
       case when y.kind = 'edge'
              or exists (select 1 from flow_data m join data_asset d on d.id = m.data
                         where m.flow = w.id and d.sensitivity in ('confidential', 'regulated'))
            then 'medium' end as severity
from flow w
join component c on c.id = w.source
join component t on t.id = w.target
left join zone y on y.id = c.zone
where (w.authn = 'bearer') is not 0 -- else satisfied
  and c.zone is not t.zone
  and c.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'message_broker', 'identity_provider', 'ci_cd', 'admin_console', 'ai_agent')
  and t.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'message_broker', 'identity_provider', 'ci_cd', 'admin_console', 'ai_agent',
                 'data_store', 'cache', 'session_store', 'secret_store', 'log_sink')
  and not exists (select 1 from flow_secret u join secret s on s.id = u.secret
                  where u.flow = w.id and s.bound_to is not null and s.kind in ('access_token', 'id_token', 'refresh_token'))
