-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- TBM-406   Grant that no flow needs
-- low       unused rights only help an attacker; a complete drawing is assumed, so take it as a question
-- medium    the right stands at a component of criticality 3 or more
-- says      {identity} may call {target}, and no call drawn needs it.
-- asks      flow.caller_identity of calls
-- fix       Remove, or draw the missing flow.
-- edit      delete from grant_ where id = :grant_id
-- controls  owasp-nhi-2025 NHI5:2025; nist-csf-2.0 PR.AA-05; nist-sp-800-53-r5 AC-6
-- source    NHI5
select g.identity as identity, g.id as grant_id,
       not (select some(w.caller_identity = g.identity
                        or exists (select 1 from flow_secret u join secret s on s.id = u.secret
                                   where u.flow = w.id and s.identity = g.identity))
            from flow w where w.target = g.target) as violated,
       case when t.criticality >= 3 then 'medium' end as severity,
       t.id as target,
       (select group_concat(w.id, ' ') from flow w where w.target = g.target and w.caller_identity is null) as calls
from grant_ g
join component t on t.id = g.target
