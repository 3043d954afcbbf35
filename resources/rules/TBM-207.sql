-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-207   Redirect URI not exact
-- medium    codes and tokens can be steered elsewhere
-- says      {client} accepts redirects beyond exact HTTPS addresses{why}.
-- asks      component.oauth_redirect_match, component.oauth_redirect_uri
-- fix       Register exact HTTPS addresses; loopback over HTTP for native applications only.
-- controls  ietf-rfc-9700 2.1; ietf-rfc-10017 6.3.3.2.1; owasp-asvs-5.0.0 V10.4.1
-- source    RFC 9700 2.1 (MUST)
-- near      0
with plain(component, present, complete) as (
  select h.component,
         max(h.present and h.what like 'oauth_redirect_uri.http:%'
             and not (c.kind = 'client_native'
                      and (h.what glob 'oauth_redirect_uri.http://localhost*' or h.what glob 'oauth_redirect_uri.http://127.*'
                           or h.what glob 'oauth_redirect_uri.http://[[]::1]*'))),
         max(h.what = 'oauth_redirect_uri.*' and not h.present)
  from component_has h join component c on c.id = h.component
  where h.what glob 'oauth_redirect_uri.*'
  group by h.component)
select c.id as client,
       c.oauth_redirect_match <> 'exact' or case when p.present then 1 when p.complete then 0 end as violated,
       case when c.oauth_redirect_match <> 'exact' then ': they are matched by pattern' else '' end
         || case when p.present then '; one of them is plain HTTP' else '' end as why
from oauth_clients o
join component c on c.id = o.component
left join plain p on p.component = c.id
where c.kind not in ('client_machine', 'third_party_service')
