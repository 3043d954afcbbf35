-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-702   One compromise crosses frontends
-- high      isolation between frontends has failed, whatever the components are called
-- says      One compromise of {source} reaches the sessions, tokens or user data of
--           {frontends}{noun}{such}{first_frontend}{also}{second_frontend}{through}{joins}.
-- fix       Separate the joining secret, identity or store.
-- controls  nist-sp-800-53-r5 SC-7(21); nist-sp-800-53-r5 SC-4; nist-sp-800-207 Section 2; owasp-nhi-2025 NHI9:2025
-- yields    TBM-101 source=gateway
-- yields    TBM-102 source=gateway
-- yields    TBM-105 source=bff
-- yields    TBM-113 source=component
-- refers    TBM-101 TBM-102 TBM-105 TBM-113
-- source    S1, S9. An identity provider vouches for the users of all frontends, and so does the key it signs with
select b.source as source,
       b.frontends >= 2 or case when b.worst_frontends >= 2 then null else 0 end as violated,
       b.frontends,
       case when b.frontends = 1 then ' frontend' else ' frontends' end as noun,
       case when b.frontends >= 2 then ', among them ' else '' end as such,
       case when b.frontends >= 2 then b.first_frontend end as first_frontend,
       case when b.frontends >= 2 then ' and ' else '' end as also,
       case when b.frontends >= 2 then b.second_frontend end as second_frontend,
       case when b.joins <> '' then '; they are joined by ' else '' end as through, b.joins
from blast b
left join secret s on s.id = b.source
left join component c on c.id = coalesce(s.signs_for, b.source)
where c.kind is null or c.kind <> 'identity_provider'
