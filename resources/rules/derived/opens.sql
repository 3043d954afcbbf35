-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a secret opens: the grants of the identity it proves; of a token that is restricted, its scoped grants alone.
create temp table if not exists opens(secret text primary key not null, grants integer, admin integer, applications integer,
                        lowest_trust integer, trust_complete integer, criticality integer) without rowid;
insert into opens
with of_identity(identity, grants, admin, applications, lowest_trust, trust_complete, criticality) as materialized (
  select g.identity, count(*), max(g.admin), count(distinct t.application), min(z.trust), count(*) = count(z.trust), max(t.criticality)
  from grant_ g join component t on t.id = g.target left join zone z on z.id = t.zone
  group by g.identity)
select s.id, coalesce(o.grants, 0), coalesce(o.admin, 0), coalesce(o.applications, 0), o.lowest_trust, coalesce(o.trust_complete, 1),
       o.criticality
from secret s left join of_identity o on o.identity = s.identity
where s.restricted is not 1 or s.kind not in ('access_token', 'refresh_token', 'id_token', 'session_cookie')
union all
select s.id, count(g.id), max(coalesce(g.admin, 0)), count(distinct t.application), min(z.trust), count(g.id) = count(z.trust),
       max(t.criticality)
from secret s
left join secret_only o on o.secret = s.id
left join grant_ g on g.id = o.grant and g.identity = s.identity
left join component t on t.id = g.target
left join zone z on z.id = t.zone
where s.restricted = 1 and s.kind in ('access_token', 'refresh_token', 'id_token', 'session_cookie')
group by s.id;
