-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-058   Shared privileged account, or a credential that never changes
-- none      ASVS V13.2.1 tells it from a static one of a single service
-- asks      flow.caller_identity, component.criticality, secret.expires, secret.rotation
-- near      1, flow 0
with shared(identity) as (select identity from assignment
  /*near where identity in (select caller_identity from flow where id in near)*/
  group by identity having count(*) >= 2)
select w.id as flow,
       case when w.caller_identity is null then case when some_are.shared = 0 then 0 end
            when w.caller_identity in (select identity from shared) then r.privileged else 0 end
         or (select some(not k.expires and k.rotation = 'none') from flow_secret u join secret k on k.id = u.secret
             where u.flow = w.id) as violated
from flow w
join privileged some_are
left join rights r on r.identity = w.caller_identity
