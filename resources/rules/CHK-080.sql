-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-080   Session or application secret in a gateway
-- none      SC-7(21): of one frontend alone, too
-- asks      component.function.session_management, secret.purpose
-- near      1
select g.id as gateway,
       m.present or (select some(s.purpose in ('downstream', 'session'))
                     from holding h join secret s on s.id = h.secret where h.component = g.id) as violated
from component g
left join component_has m on m.component = g.id and m.what = 'function.session_management'
where g.kind = 'api_gateway'
