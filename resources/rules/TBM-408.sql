-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-408   People use the machine identity
-- medium    what they do exceeds their own role and cannot be told apart
-- high      as well, it is administrator or has rights at something critical
-- says      {identity} is a machine identity, and people use it{who}.
-- asks      identity.human_users, identity.interactive_login
-- fix       Named accounts for people; break-glass access with a log.
-- controls  owasp-nhi-2025 NHI10:2025; nist-sp-800-53-r5 AC-2(9); nist-sp-800-53-r5 AU-3
-- source    NHI10. "none" says that nobody does
-- near      0
select i.id as identity,
       lower(i.human_users) <> 'none' or i.interactive_login as violated,
       case when r.privileged then 'high' end as severity,
       case when lower(i.human_users) <> 'none' then ': ' || i.human_users
            when i.interactive_login then ': it can log in interactively' else '' end as who
from identity i
join rights r on r.identity = i.id
where i.kind <> 'human'
