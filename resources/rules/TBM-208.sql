-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-208   Token accepted by more than one service
-- medium    a leak, or one compromised service, replays the token at its neighbours
-- high      they are of different applications or zones
-- says      {secret} is accepted {where}{targets}.
-- asks      secret.restricted
-- fix       One audience per token; token exchange at the BFF; check the audience everywhere.
-- controls  ietf-rfc-9700 2.3; owasp-asvs-5.0.0 V9.2.3; owasp-asvs-5.0.0 V10.3.1; nist-sp-800-53-r5 IA-13(3);
--           nist-sp-800-207 Tenet 3
-- source    S10; RFC 9700 2.3
-- near      3
with audience(secret, services, zones, applications, targets) as (
  select secret, count(*), count(distinct zone), count(distinct application), group_concat(target, ' ')
  from (select s.id as secret, g.target, t.zone, t.application
        from secret s join grant_ g on g.identity = s.identity join component t on t.id = g.target
        where s.kind = 'access_token' and s.restricted = 0
        union
        select s.id, g.target, t.zone, t.application
        from secret s join secret_only o on o.secret = s.id join grant_ g on g.id = o.grant join component t on t.id = g.target
        where s.kind = 'access_token'
        order by 1, 2)
  group by secret)
select s.id as secret,
       case s.restricted when 0 then 1 when 1 then coalesce(a.services > 1, 0) end as violated,
       case when a.zones > 1 or a.applications > 1 then 'high' end as severity,
       case when s.restricted = 0 then 'everywhere, as nothing restricts it' else 'by more than one service' end
         || case when a.services > 1 or (s.restricted = 0 and a.services > 0) then ': ' else '' end as "where",
       case when s.restricted = 0 or a.services > 1 then a.targets end as targets
from secret s
left join audience a on a.secret = s.id
where s.kind = 'access_token'
