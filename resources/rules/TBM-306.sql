-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-306   Client or gateway talks to a data store directly
-- high      no service decides about the objects; the caller needs rights at the database
-- says      {source} talks to the store {target} directly: {flow}.
-- asks      flow.authn, secret.lifetime_s
-- fix       Put a backend service between; or presigned addresses for single objects and a short time.
-- controls  nist-sp-800-53-r5 SC-7(21); nist-sp-800-53-r5 AC-4; owasp-api-2023 API1:2023
-- source    S4
-- near      1
select w.id as flow, t.id as target,
       not (w.authn = 'presigned'
            and case when exists (select 1 from flow_secret u where u.flow = w.id)
                     then (select every(s.lifetime_s <= :max_presigned_s)
                           from flow_secret u join secret s on s.id = u.secret where u.flow = w.id)
                     else 0 end) as violated,
       c.id as source
from flow w
join (select id from component where kind in ('client_browser', 'client_native', 'api_gateway')
      group by id) c on c.id = w.source -- grouped: SQLite takes them to be few
join component t on t.id = w.target
where t.kind = 'data_store'
