-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-057   Browser holds a token although it has a BFF
-- none      ASVS V10.1.1
-- asks      flow.continues
-- near      2
select s.id as secret,
       (select case max(v.sure) when 1 then 1 when 0 then null else 0 end
        from served v join component b on b.id = v.component
        where v.frontend = c.id and b.kind = 'bff') as violated
from component c cross join holding h on h.component = c.id -- cross join: from the few browsers
join secret s on s.id = h.secret
where c.kind = 'client_browser' and s.kind in ('access_token', 'refresh_token', 'id_token')
