-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-304   Authorisation only at the edge
-- high      a coarse check at the edge stands in for the decision; one bug there opens all objects
-- says      {target} decides for itself, yet the call {flow} is not authorised there.
-- asks      component.decision_owner of target, flow.authz_at_target, flow.operation
-- fix       Authorise function and object in the owning service; keep the gateway coarse.
-- edit      update flow set authz_at_target = 'object' where id = :flow
-- controls  owasp-api-2023 API1:2023; owasp-api-2023 API5:2023; nist-sp-800-53-r5 AC-3; nist-sp-800-53-r5 AC-24;
--           owasp-asvs-5.0.0 V8.3.1; nist-sp-800-207 Tenet 6; nist-sp-800-207a ID-SEG-REC-5
-- source    S12, S5
-- near      1
select w.id as flow, t.id as target,
       t.decision_owner = t.id and w.authz_at_target in ('none', 'network')
         and w.operation in ('read_sensitive', 'write', 'admin') as violated
from flow w
join component t on t.id = w.target
where (w.authz_at_target in ('none', 'network')) is not 0 and (w.operation in ('read_sensitive', 'write', 'admin')) is not 0 -- else satisfied
  and (t.decision_owner = t.id) is not 0
