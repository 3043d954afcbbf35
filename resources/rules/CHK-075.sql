-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-075   Secret of a third party, lasting or powerful
-- none      NHI3: of a vetted supplier, too
-- asks      component.third_party, secret.expires, secret.lifetime_s, data_asset.sensitivity
-- near      1
select s.id as secret, h.component as component,
       (c.kind = 'third_party_service' or c.third_party)
         and (not s.expires or s.lifetime_s > 86400 * :max_secret_days or case when m.identity is null then 0 else m.powerful end) as violated
from secret s -- cross join: secret by secret
left join rights m on m.identity = s.identity
cross join holding h on h.secret = s.id
cross join component c on c.id = h.component
where c.kind not in ('client_browser', 'client_native') and (c.kind = 'third_party_service' or c.third_party) is not 0 -- else satisfied
order by s.id -- as the table has them
