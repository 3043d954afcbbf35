-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-051   The caller chooses the destination
-- none      RFC 10017 6.1.3.6
-- asks      flow.destination_control
-- near      1
select c.id as bff,
       (select some(w.destination_control = 'client_chosen') from flow w where w.source = c.id) as violated
from component c
where c.kind in ('bff', 'token_mediator')
