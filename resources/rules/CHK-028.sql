-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-028   Client receives regulated data it does not need
-- none      API3 tells regulated data from other data
-- asks      component.needs_data, data_asset.sensitivity
-- near      1
select r.flow as flow, r.data as data,
       r.comes and d.sensitivity = 'regulated' and r.unneeded as violated
from received r
join data_asset d on d.id = r.data
