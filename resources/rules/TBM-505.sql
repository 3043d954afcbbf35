-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-505   Rotation absent or overdue
-- medium    the longer a secret stays, the more have seen it
-- says      {secret} is not rotated{how}.
-- asks      secret.rotation, secret.last_rotated, secret.rotation_interval_s
-- fix       Automate the rotation; record its date.
-- controls  owasp-nhi-2025 NHI7:2025; nist-sp-800-53-r5 SC-12; owasp-asvs-5.0.0 V13.1.4; owasp-asvs-5.0.0 V13.3.4
-- source    NHI7
-- near      0
select s.id as secret,
       s.rotation = 'none' or 86400 * days(s.last_rotated, :today) > s.rotation_interval_s as violated,
       case when s.rotation <> 'none' or s.rotation is null
            then case when 86400 * days(s.last_rotated, :today) > s.rotation_interval_s
                      then ' when it should be; the last time was ' || s.last_rotated else '' end
            else '' end as how
from secret s
where s.kind not in ('access_token', 'refresh_token', 'id_token', 'session_cookie', 'platform_credential')
