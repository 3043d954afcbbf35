-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-060   Third party with a secret and no owner or assessment
-- none      ID.AM-04
-- asks      component.third_party
-- near      0
select c.id as component,
       (c.kind = 'third_party_service' or c.third_party) and (c.owner is null or c.assessment_reference is null)
         and exists (select 1 from holding h where h.component = c.id) as violated
from component c
where c.kind not in ('client_browser', 'client_native')
