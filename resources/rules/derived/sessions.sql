-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which components set a session cookie. By what is drawn: they hold one, or the key that makes them. Else frontends
-- must reach them, and it is as answered: they manage sessions, or a call shows them a session cookie. A gateway that
-- does not manage sessions only passes cookies on.
create temp table if not exists sessions(component text primary key not null, manages integer) without rowid;
insert into sessions
select c.id,
       case when exists (select 1 from holding h join secret s on s.id = h.secret
                         where h.component = c.id and s.kind in ('session_cookie', 'session_key')) then 1
            when not exists (select 1 from served v where v.component = c.id) then 0
            when c.kind = 'api_gateway' then m.present
            when c.kind in ('bff', 'token_mediator')
              then m.present or (select some(w.authn = 'session_cookie') from flow w where w.target = c.id)
            else (select case when count(*) > 0 then m.present or some(w.authn = 'session_cookie') else 0 end
                  from flow w join component f on f.id = w.source
                           where w.target = c.id and f.kind in ('client_browser', 'client_native')) end
from component c
left join component_has m on m.component = c.id and m.what = 'function.session_management'
where c.kind in ('api_gateway', 'bff', 'token_mediator', 'backend', 'identity_provider', 'admin_console');
