-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-070   Call from the internet that meets no gateway
-- none      SC-7: inbound through managed interfaces
-- asks      zone.kind
-- near      2
select w.id as flow,
       z.kind = 'internet' and t.kind not in ('cdn', 'api_gateway', 'bff', 'token_mediator', 'identity_provider') as violated
from zone z -- cross join: from the zones that are, or may be, the internet
cross join component c on c.zone = z.id
cross join flow w on w.source = c.id
cross join component t on t.id = w.target
where (z.kind = 'internet') is not 0 and c.zone is not t.zone -- else satisfied
  and t.kind not in ('cdn', 'api_gateway', 'bff', 'token_mediator', 'identity_provider')
