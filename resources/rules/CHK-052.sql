-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- CHK-052   What is forwarded is not validated
-- none      RFC 10017 6.1.3.6: path parameters
-- asks      flow.input_validation
-- near      1
select c.id as bff, (select some(not w.input_validation) from flow w where w.source = c.id) as violated
from component c
where c.kind in ('bff', 'token_mediator')
