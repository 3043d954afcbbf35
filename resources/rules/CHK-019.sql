-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-019   Component outside every zone
-- none      tenet 1
-- near      0
select c.id as component, c.zone is null as violated
from component c
