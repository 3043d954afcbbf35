-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-073   Blast radius rests on what nobody has answered
-- none      ID.RA-04, section 2: the worst case is worse
select b.source as source, b.worst_score > b.score or b.worst_components > b.components as violated
from blast b
