-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-047   Redirects of a partner are followed
-- none      API10
-- asks      flow.follows_redirects
select w.id as flow, w.follows_redirects as violated
from flow w
