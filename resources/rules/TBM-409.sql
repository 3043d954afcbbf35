-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-409   NHI without end date or review
-- low       identities outlive their purpose
-- medium    as well, it is privileged or belongs to a third party
-- says      {identity} has no end date and no recent review.
-- fix       Set expiry or a review date.
-- controls  nist-csf-2.0 PR.AA-05; owasp-nhi-2025 NHI1:2025; nist-sp-800-53-r5 AC-2
-- source    S3 (limited lifetime)
-- near      0
select i.id as identity,
       i.expires_at is null and (i.last_reviewed is null or days(i.last_reviewed, :today) > :max_review_days) as violated,
       case when r.privileged or i.kind = 'third_party' then 'medium' end as severity
from identity i
join rights r on r.identity = i.id
where i.kind <> 'human'
