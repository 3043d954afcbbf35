-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-047   Call to or from a partner in the clear, or its redirects are followed
-- none      API10
-- asks      component.third_party, flow.tls, flow.follows_redirects
-- near      1
select w.id as flow,
       (c.kind = 'third_party_service' or t.kind = 'third_party_service' or c.third_party or t.third_party)
         and (w.tls = 'none' or w.follows_redirects) as violated
from flow w
join component c on c.id = w.source
join component t on t.id = w.target
where (w.tls = 'none' or w.follows_redirects) is not 0 -- else satisfied
