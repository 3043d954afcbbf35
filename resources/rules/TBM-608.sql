-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-608   Accepted risk or attestation expired
-- low       the decision no longer stands
-- says      What was decided or attested about {about} has expired.
-- fix       Renew with evidence or fix.
-- controls  nist-csf-2.0 ID.RA-07; nist-csf-2.0 ID.RA-06
-- source    CSF ID.RA-07
select elements as about,
       max(coalesce(days(expires_at, :today) > 0, 0)) as violated
from decision
where elements <> ''
group by elements
union all
select id, coalesce(days(expires_at, :today) > 0, 0)
from attestation
