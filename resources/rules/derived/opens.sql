-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a secret opens: the grants of the identity it proves; of a token that is restricted, its scoped grants alone.
create temp table if not exists opens(secret text primary key not null, grants integer, admin integer, applications integer,
                        lowest_trust integer, trust_complete integer, criticality integer) without rowid;
insert into opens
select s.id, count(g.id), max(coalesce(g.admin, 0)), count(distinct t.application), min(z.trust), count(g.id) = count(z.trust),
       max(t.criticality)
from secret s
left join grant_ g on g.identity = s.identity
  and (s.restricted is not 1 or s.kind not in ('access_token', 'refresh_token', 'id_token', 'session_cookie')
       or exists (select 1 from secret_only o where o.secret = s.id and o.grant = g.id))
left join component t on t.id = g.target
left join zone z on z.id = t.zone
group by s.id;
