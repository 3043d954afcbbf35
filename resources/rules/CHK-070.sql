-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-070   Call from the internet that meets no gateway
-- none      SC-7: inbound through managed interfaces
-- asks      zone.kind
select w.id as flow,
       z.kind = 'internet' and t.kind not in ('cdn', 'api_gateway', 'bff', 'token_mediator', 'identity_provider') as violated
from flow w
join component c on c.id = w.source
join component t on t.id = w.target
join zone z on z.id = c.zone
where c.zone is not t.zone
