-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-075   Secret of a third party, lasting or powerful
-- none      NHI3: of a vetted supplier, too
-- asks      component.third_party, secret.expires, secret.lifetime_s, data_asset.sensitivity
select h.secret as secret, h.component as component,
       (c.kind = 'third_party_service' or c.third_party)
         and (not s.expires or s.lifetime_s > 86400 * :max_secret_days or case when m.identity is null then 0 else m.powerful end) as violated
from holding h
join secret    s on s.id = h.secret
join component c on c.id = h.component
left join rights m on m.identity = s.identity
where c.kind not in ('client_browser', 'client_native')
