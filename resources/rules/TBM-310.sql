-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-310   Third-party response trusted unchecked
-- medium    compromise of the partner becomes injection or a leak of tokens here
-- says      The call {flow} exchanges data with a third party{why}.
-- asks      component.third_party, flow.input_validation, flow.follows_redirects, flow.timeout_s
-- fix       Validate what comes back, pin destinations, follow no redirects blindly, set time-outs.
-- edit      update flow set input_validation = 1, follows_redirects = 0, timeout_s = coalesce(nullif(timeout_s, 0), 30)
--           where id = :flow
-- controls  owasp-api-2023 API10:2023; nist-sp-800-53-r5 SI-10; owasp-asvs-5.0.0 V15.3.2
-- source    API10:2023
-- near      1
select w.id as flow,
       (c.kind = 'third_party_service' or t.kind = 'third_party_service' or c.third_party or t.third_party)
         and (not w.input_validation or w.follows_redirects or w.timeout_s = 0) as violated,
       case when not w.input_validation then '; what comes is not validated' else '' end
         || case when w.follows_redirects then '; redirects are followed' else '' end
         || case when w.timeout_s = 0 then '; there is no time-out' else '' end as why
from flow w
join component c on c.id = w.source
join component t on t.id = w.target
where (not w.input_validation or w.follows_redirects or w.timeout_s = 0) is not 0 -- else satisfied
  and c.kind not in ('client_browser', 'client_native', 'client_machine')
  and t.kind not in ('client_browser', 'client_native', 'client_machine')
  and (c.kind = 'third_party_service' or t.kind = 'third_party_service' or c.third_party or t.third_party) is not 0
