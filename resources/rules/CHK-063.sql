-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-063   Token or session without an end, or beyond policy
-- none      NHI7, tenet 3: what TBM-504 leaves to the kinds of tokens
-- asks      secret.expires, secret.lifetime_s, secret.max_lifetime_s
-- near      0
select s.id as secret,
       not s.expires
         or case s.kind when 'refresh_token' then s.max_lifetime_s = 0
                        when 'session_cookie' then s.lifetime_s > :max_session_s
                        else s.lifetime_s > :max_access_token_s end as violated
from secret s
where s.kind in ('access_token', 'refresh_token', 'id_token', 'session_cookie')
