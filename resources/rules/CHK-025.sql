-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-025   Token good anywhere, or in two applications
-- none      RFC 9700 2.3 allows a small set of audiences
-- asks      secret.restricted, component.application
-- near      2
select s.id as secret,
       case s.restricted
         when 0 then 1
         when 1 then (select count(distinct t.application) > 1
                        or case when count(distinct t.id) < 2 or count(t.application) = count(*) then 0 end
                      from secret_only o join grant_ g on g.id = o.grant join component t on t.id = g.target
                      where o.secret = s.id) end as violated
from secret s
where s.kind = 'access_token'
