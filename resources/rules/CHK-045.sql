-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-045   Tokens, sessions or personal data in state shared between frontends
-- none      SC-4 tells them from other data
-- asks      component.partitioning, component.function.session_management, data_asset.per_user, flow.continues
-- near      1
select c.id as component,
       v.shared and c.partitioning = 'none'
         and (c.kind = 'session_store' or m.present
              or exists (select 1 from holding h join secret s on s.id = h.secret
                         where h.component = c.id
                           and s.kind in ('session_cookie', 'session_key', 'access_token', 'refresh_token', 'id_token'))
              or (select some(d.per_user) from handling l join data_asset d on d.id = l.data where l.component = c.id)) as violated
from sharing v
join component c on c.id = v.component
left join component_has m on m.component = c.id and m.what = 'function.session_management'
where v.shared is not 0 and (c.partitioning = 'none') is not 0 -- else satisfied
