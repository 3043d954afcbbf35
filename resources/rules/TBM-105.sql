-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-105   BFF serves more than one frontend
-- high      sessions, secrets and downstream rights of two frontends share one compromise; it has become a gateway
--           without shared policy
-- medium    the frontends have the same owner, application and highest data class
-- says      {bff} serves {frontends}.
-- asks      flow.continues
-- fix       Split: one BFF (own origin, client id, identity, secrets) per frontend.
-- controls  ietf-rfc-10017 6.1; ietf-rfc-10017 9.4; owasp-nhi-2025 NHI9:2025; nist-sp-800-53-r5 SC-7(21)
-- source    S15, S9
-- near      3, flow 2, served 0, serving 0
select b.id as bff,
       v.shared as violated,
       case when v.one_owner and v.one_application
             and (select count(distinct highest) = 1 and count(highest) = count(*)
                  from (select s.frontend,
                               case when count(*) = count(d.sensitivity)
                                    then max(case d.sensitivity when 'regulated' then 4 when 'confidential' then 3
                                                                when 'internal' then 2 else 1 end) end as highest
                        from served s
                        left join flow w on w.source = s.frontend or w.target = s.frontend
                        left join flow_data m on m.flow = w.id
                        left join data_asset d on d.id = m.data
                        where s.component = b.id
                        group by s.frontend))
            then 'medium' end as severity,
       v.frontends
from component b
join serving v on v.component = b.id
where b.kind in ('bff', 'token_mediator')
