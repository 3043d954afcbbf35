-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which components are OAuth clients, by what is drawn: every frontend, BFF and token mediator; others where they act as
-- a client identity, hold a client secret or a refresh token.
create temp table if not exists oauth_clients(component text primary key not null) without rowid;
insert into oauth_clients
select c.id
from component c
where c.kind in ('client_browser', 'client_native', 'bff', 'token_mediator')
   or (c.kind in ('client_machine', 'backend', 'third_party_service')
       and (exists (select 1 from acts_as a join identity i on i.id = a.identity
                    where a.component = c.id and i.kind = 'oauth_client')
            or exists (select 1 from holding h join secret s on s.id = h.secret
                       where h.component = c.id and s.kind in ('client_secret', 'refresh_token'))));
