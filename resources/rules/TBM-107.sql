-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-107   Frontend secret passed to, or held by, a backend
-- medium    compromise of the backend, or its logs, expose frontend sessions
-- high      more than one frontend is involved
-- says      {backend} gets what belongs to a frontend or its BFF: {what}.
-- asks      flow.authn of what, flow.forwards_cookie of what, secret.owner_component of what
-- fix       Strip the cookie at the BFF; send an audience-restricted token instead.
-- controls  owasp-nhi-2025 NHI2:2025; ietf-rfc-10017 6.1.1; nist-csf-2.0 PR.AA-04
-- source    S4
-- near      2
select x.id as backend, w.id as what,
       w.authn = 'session_cookie' or w.forwards_cookie as violated,
       case when v.shared then 'high' end as severity
from flow w
join component b on b.id = w.source
join component x on x.id = w.target
join serving   v on v.component = b.id
where (w.authn = 'session_cookie' or w.forwards_cookie) is not 0 -- else satisfied
  and b.kind in ('api_gateway', 'bff', 'token_mediator') and x.kind in ('backend', 'data_store')
union all
select x.id, s.id,
       case when s.owner_component is not null
            then o.kind in ('client_browser', 'client_native', 'bff', 'token_mediator') and o.id <> x.id end,
       case when v.shared then 'high' end
from holding h
join component x on x.id = h.component
join secret s on s.id = h.secret
left join component o on o.id = s.owner_component
left join serving   v on v.component = s.owner_component
where x.kind in ('backend', 'data_store')
