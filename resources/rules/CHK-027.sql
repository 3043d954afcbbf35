-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-027   Service decides with rights over all users
-- none      API1, V8.3.3 and ID-SEG-REC-5 call this violated
-- asks      flow.subject_propagation, flow.caller_identity, grant.own_only
-- near      2
with rights_at(identity, target, of_all) as materialized (
  select identity, target, some(not own_only) from grant_ group by identity, target)
select w.id as flow,
       w.subject_propagation in ('none', 'service_only')
         and case when w.caller_identity is not null
                  then (select some(g.of_all) from rights_at g
                        where g.identity = w.caller_identity and g.target = w.target) end
         as violated
from flow w
where (w.subject_propagation in ('none', 'service_only')) is not 0 -- else satisfied
