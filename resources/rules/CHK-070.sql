-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-070   Call from the internet that meets no gateway
-- none      SC-7: inbound through managed interfaces
-- asks      zone.kind
-- near      2
select w.id as flow,
       z.kind = 'internet' and t.kind not in ('cdn', 'api_gateway', 'bff', 'token_mediator', 'identity_provider') as violated
from flow w
join component c on c.id = w.source
join (select id, kind from zone where (kind = 'internet') is not 0
      group by id) z on z.id = c.zone -- grouped: SQLite takes them to be few
join component t on t.id = w.target
where c.zone is not t.zone -- else satisfied
  and t.kind not in ('cdn', 'api_gateway', 'bff', 'token_mediator', 'identity_provider')
