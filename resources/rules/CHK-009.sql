-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-009   Life cycle not stated
-- none      ID.AM-08 needs it
-- asks      component.lifecycle
-- near      0
select c.id as component, case when c.lifecycle is not null then 0 end as violated
from component c
