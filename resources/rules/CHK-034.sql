-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-034   Rotation by hand
-- none      NHI7: done by hand is forgotten
-- asks      secret.rotation
-- near      0
select s.id as secret, s.rotation = 'manual' as violated
from secret s
where s.kind not in ('access_token', 'refresh_token', 'id_token', 'session_cookie', 'platform_credential')
