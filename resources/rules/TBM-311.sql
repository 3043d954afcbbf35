-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-311   Client receives data it does not need
-- medium    more is shown to a hostile place than must be
-- says      {frontend} gets {data} by the call {flow}, and does not need it.
-- asks      component.needs_data of frontend, flow_data.direction
-- fix       Shape the answer in the BFF; return the required fields only.
-- controls  owasp-api-2023 API3:2023; owasp-asvs-5.0.0 V8.2.3
-- source    S6, S17
-- near      0
select r.flow as flow, r.data as data,
       r.comes and r.unneeded as violated,
       r.frontend as frontend
from received r
