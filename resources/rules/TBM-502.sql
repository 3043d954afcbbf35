-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-502   Secret in an environment or plain pipeline variable
-- medium    it leaks through dumps, child processes and logs
-- says      {component} keeps {secret} in {form}.
-- asks      holding.storage_form
-- fix       Inject from a secret manager at use; mask pipeline variables.
-- edit      update holding set storage_form = 'secret_manager' where secret = :secret and component = :component
-- controls  owasp-nhi-2025 NHI2:2025; owasp-asvs-5.0.0 V13.3.1
-- yields    TBM-201 secret component
-- source    NHI2 data point on environment variables
-- near      0
select h.secret as secret, h.component as component,
       h.storage_form in ('env_var', 'ci_variable_plain') as violated,
       case h.storage_form when 'env_var' then 'an environment variable' when 'ci_variable_plain' then 'a plain pipeline variable'
                          else 'an environment or pipeline variable' end as form
from holding h
where (h.storage_form in ('env_var', 'ci_variable_plain')) is not 0 -- else satisfied
