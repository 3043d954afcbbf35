-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which components are OAuth clients, by what is drawn: every frontend, BFF and token mediator; others where they act as
-- a client identity, hold a client secret or a refresh token.
create temp table if not exists oauth_clients(component text primary key not null) without rowid;
insert into oauth_clients
select id from component where kind in ('client_browser', 'client_native', 'bff', 'token_mediator')
union
select a.component
from acts_as a join identity i on i.id = a.identity join component c on c.id = a.component
where i.kind = 'oauth_client' and c.kind in ('client_machine', 'backend', 'third_party_service')
union
select h.component
from holding h join secret s on s.id = h.secret join component c on c.id = h.component
where s.kind in ('client_secret', 'refresh_token') and c.kind in ('client_machine', 'backend', 'third_party_service');
