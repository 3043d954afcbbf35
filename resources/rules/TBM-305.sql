-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-305   User context lost downstream
-- medium    the rights of the service replace those of the user (confused deputy)
-- high      the service has rights over the records of all users
-- says      The call {flow} reaches data of users and does not say for which user it is made.
-- asks      flow.subject_propagation, data_asset.per_user, component.decision_owner of target
-- fix       Token exchange or an on-behalf-of token; decide on the user who asked.
-- controls  owasp-asvs-5.0.0 V8.3.3; owasp-api-2023 API1:2023; nist-sp-800-53-r5 AC-24(1); nist-sp-800-207a ID-SEG-REC-5
-- source    S4; ASVS V8.3.3. A store or broker whose decisions the caller makes (its decision owner) need not know the
--           user
-- near      2
with of_all(identity, target) as materialized (select identity, target from grant_ where own_only = 0
  /*near and target in (select target from flow where id in near)*/)
select w.id as flow, t.id as target,
       w.subject_propagation in ('none', 'service_only')
         and ((select some(d.per_user) from handling h join data_asset d on d.id = h.data where h.component = t.id)
              or (select some(d.per_user) from flow_data m join data_asset d on d.id = m.data where m.flow = w.id))
         and (t.kind not in ('data_store', 'cache', 'session_store', 'secret_store', 'log_sink', 'message_broker')
              or t.decision_owner <> w.source) as violated,
       case when w.caller_identity is not null
             and exists (select 1 from of_all g where g.identity = w.caller_identity and g.target = t.id)
            then 'high' end as severity
from flow w
join component c on c.id = w.source
join component t on t.id = w.target
where (w.subject_propagation in ('none', 'service_only')) is not 0 -- else satisfied
  and c.kind in ('bff', 'token_mediator', 'api_gateway', 'backend') and t.kind not in ('client_browser', 'client_native')
  and (t.kind not in ('data_store', 'cache', 'session_store', 'secret_store', 'log_sink', 'message_broker')
       or t.decision_owner <> w.source) is not 0
