-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-030   People use a privileged machine identity
-- none      NHI10 tells privileged identities from others
-- asks      identity.human_users, identity.interactive_login, component.criticality
-- near      0
select i.id as identity,
       (lower(i.human_users) <> 'none' or i.interactive_login) and r.privileged as violated
from identity i
join rights r on r.identity = i.id
where i.kind <> 'human'
