-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-033   Federated subject is a pattern
-- none      NHI6: pinned, but to more than one workload
-- asks      identity.credential_type, identity.federation_subject
-- near      0
select i.id as identity,
       i.credential_type = 'federated' and instr(i.federation_subject, '*') > 0 as violated
from identity i
where i.kind <> 'human'
