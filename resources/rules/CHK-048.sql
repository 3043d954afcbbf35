-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-048   Tokens pass a shared gateway before the BFF
-- none      RFC 10017 6.1
-- asks      flow.continues
-- near      2
select b.id as bff,
       (select some(v.shared)
        from flow w join component g on g.id = w.source join serving v on v.component = g.id
        where w.target = b.id and g.kind = 'api_gateway'
          and exists (select 1 from flow_secret u join secret s on s.id = u.secret
                      where u.flow = w.id and s.kind in ('access_token', 'refresh_token', 'id_token'))) as violated
from component b
where b.kind = 'bff'
