-- SPDX-FileCopyrightText: 2026 The Sallyport authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A Sallyport document, schema 1. STRICT, WITHOUT ROWID, no triggers, no generated columns, no AUTOINCREMENT: the
-- session extension records exactly the rows below. Every reference is deferred and has an index.
--   answer  nullable; NULL = nobody has answered; 'none' and 0 are answers
--   record  nullable; NULL = there is no record, which is itself the finding
--   link    nullable reference; NULL = not drawn
--   choice  a row (element, what, present) of a *_has table; no row = nobody has answered; what = 'set.*', present 0:
--           the set has no members but those drawn
-- Relations (holding, assignment, flow_...) are as drawn. src/model/Tables.cpp says the same in C++; a test compares.

create table meta(
  name text primary key not null check(length(name) between 1 and 100),
  value text not null check(length(value) <= 100000)) strict, without rowid;

create table policy(
  name text primary key not null check(length(name) between 1 and 100),
  value integer not null check(value >= 0)) strict, without rowid;

-- Frameworks the model is asked about, or not, where somebody has said so; no row = as the program has it.
create table framework(
  id text primary key not null check(length(id) between 1 and 100),
  enabled integer not null check(enabled in (0, 1))) strict, without rowid;

-- Rules that travel with the document, each the text of a rule file. They run for whoever has looked at them.
create table rule(
  id text primary key not null check(length(id) between 1 and 200),
  text text not null check(length(text) between 1 and 65536)) strict, without rowid;

create table zone(
  id text primary key not null check(length(id) between 1 and 200),
  name text not null check(length(name) between 1 and 1000),
  kind text check(kind in ('internet', 'edge', 'application', 'data', 'identity', 'management', 'delivery', 'third_party')),
  parent text references zone on delete set null deferrable initially deferred,
  trust integer,
  flat integer check(flat in (0, 1)),
  implicit_trust integer check(implicit_trust in (0, 1)),
  sealed integer check(sealed in (0, 1)),
  default_deny integer check(default_deny in (0, 1)),
  attacker_starts_here integer check(attacker_starts_here in (0, 1))) strict, without rowid;
create index zone_parent on zone(parent);

create table zone_has(
  zone text not null references zone on delete cascade deferrable initially deferred,
  what text not null check(length(what) between 3 and 1000),
  present integer not null check(present in (0, 1)),
  primary key(zone, what)) strict, without rowid;

create table zone_allowed_source(
  zone text not null references zone on delete cascade deferrable initially deferred,
  source text not null references zone on delete cascade deferrable initially deferred,
  primary key(zone, source)) strict, without rowid;
create index zone_allowed_source_source on zone_allowed_source(source);

create table component(
  id text primary key not null check(length(id) between 1 and 200),
  name text not null check(length(name) between 1 and 1000),
  kind text not null check(kind in ('client_browser', 'client_native', 'client_machine', 'cdn', 'api_gateway', 'bff', 'token_mediator', 'backend', 'data_store', 'cache', 'session_store', 'message_broker', 'identity_provider', 'secret_store', 'ci_cd', 'admin_console', 'log_sink', 'third_party_service', 'ai_agent')),
  zone text references zone on delete set null deferrable initially deferred,
  application text check(length(application) between 1 and 1000),
  environment text check(environment in ('dev', 'test', 'staging', 'prod')),
  owner text check(length(owner) between 1 and 1000),
  lifecycle text check(lifecycle in ('planned', 'active', 'deprecated', 'decommissioned')),
  retirement_date text check(retirement_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  criticality integer check(criticality between 1 and 4),
  third_party integer check(third_party in (0, 1)),
  assessment_reference text check(length(assessment_reference) between 1 and 1000),
  assessment_expires_at text check(assessment_expires_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  many integer check(many in (0, 1)),
  technology text check(length(technology) between 1 and 1000),
  notes text check(length(notes) between 1 and 100000),
  egress_control text check(egress_control in ('none', 'allowlist', 'static_routes')),
  decision_owner text references component on delete set null deferrable initially deferred,
  session_isolation text check(session_isolation in ('shared', 'per_frontend')),
  partitioning text check(partitioning in ('none', 'per_frontend', 'per_tenant')),
  origin text check(length(origin) between 1 and 1000),
  cookie_secure integer check(cookie_secure in (0, 1)),
  cookie_http_only integer check(cookie_http_only in (0, 1)),
  cookie_same_site text check(cookie_same_site in ('strict', 'lax', 'none')),
  cookie_domain_set integer check(cookie_domain_set in (0, 1)),
  cookie_host_prefix integer check(cookie_host_prefix in (0, 1)),
  cookie_path text check(length(cookie_path) between 1 and 1000),
  cookie_contains_tokens integer check(cookie_contains_tokens in (0, 1)),
  cookie_encrypted integer check(cookie_encrypted in (0, 1)),
  session_absolute_s integer check(session_absolute_s >= 0),
  session_idle_s integer check(session_idle_s >= 0),
  oauth_client_type text check(oauth_client_type in ('public', 'confidential')),
  oauth_client_auth text check(oauth_client_auth in ('none', 'secret', 'private_key_jwt', 'mtls')),
  oauth_pkce text check(oauth_pkce in ('none', 'plain', 'S256')),
  oauth_redirect_match text check(oauth_redirect_match in ('exact', 'pattern')),
  encryption_at_rest integer check(encryption_at_rest in (0, 1)),
  logging_sink text references component on delete set null deferrable initially deferred,
  posture_source text check(length(posture_source) between 1 and 1000),
  exploitable integer not null default 0 check(exploitable in (0, 1))) strict, without rowid;
create index component_zone on component(zone);
create index component_decision_owner on component(decision_owner);
create index component_logging_sink on component(logging_sink);

create table component_has(
  component text not null references component on delete cascade deferrable initially deferred,
  what text not null check(length(what) between 3 and 1000),
  present integer not null check(present in (0, 1)),
  primary key(component, what)) strict, without rowid;

create table component_open_to(
  component text not null references component on delete cascade deferrable initially deferred,
  zone text not null references zone on delete cascade deferrable initially deferred,
  primary key(component, zone)) strict, without rowid;
create index component_open_to_zone on component_open_to(zone);

create table component_pep(
  component text not null references component on delete cascade deferrable initially deferred,
  pep text not null references component on delete cascade deferrable initially deferred,
  primary key(component, pep)) strict, without rowid;
create index component_pep_pep on component_pep(pep);

create table component_code_from(
  component text not null references component on delete cascade deferrable initially deferred,
  source text not null references component on delete cascade deferrable initially deferred,
  primary key(component, source)) strict, without rowid;
create index component_code_from_source on component_code_from(source);

create table identity(
  id text primary key not null check(length(id) between 1 and 200),
  name text not null check(length(name) between 1 and 1000),
  kind text not null check(kind in ('human', 'service_account', 'workload', 'oauth_client', 'third_party', 'pipeline', 'agent')),
  per_user integer check(per_user in (0, 1)),
  issuer text references component on delete set null deferrable initially deferred,
  owner text check(length(owner) between 1 and 1000),
  owner_status text check(owner_status in ('active', 'departed')),
  status text check(status in ('active', 'disabled')),
  credential_type text check(credential_type in ('secret', 'certificate', 'federated', 'platform')),
  federation_issuer text check(length(federation_issuer) between 1 and 1000),
  federation_audience text check(length(federation_audience) between 1 and 1000),
  federation_subject text check(length(federation_subject) between 1 and 1000),
  expires_at text check(expires_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  last_reviewed text check(last_reviewed glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  human_users text check(length(human_users) between 1 and 10000),
  interactive_login integer check(interactive_login in (0, 1)),
  revocation_procedure text check(length(revocation_procedure) between 1 and 10000),
  revocation_tested_at text check(revocation_tested_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*')) strict, without rowid;
create index identity_issuer on identity(issuer);

create table assignment(
  identity text not null references identity on delete cascade deferrable initially deferred,
  component text not null references component on delete cascade deferrable initially deferred,
  primary key(identity, component)) strict, without rowid;
create index assignment_component on assignment(component);

create table secret(
  id text primary key not null check(length(id) between 1 and 200),
  name text not null check(length(name) between 1 and 1000),
  kind text not null check(kind in ('api_key', 'client_secret', 'password', 'db_password', 'private_key', 'signing_key', 'encryption_key', 'tls_key', 'webhook_secret', 'session_key', 'session_cookie', 'access_token', 'refresh_token', 'id_token', 'platform_credential')),
  purpose text check(purpose in ('own_identity', 'downstream', 'session', 'token_signing', 'token_verification_public', 'consumer_verification', 'tls_server', 'data_encryption')),
  identity text references identity on delete set null deferrable initially deferred,
  per_user integer check(per_user in (0, 1)),
  per_device integer check(per_device in (0, 1)),
  owner_component text references component on delete set null deferrable initially deferred,
  expires integer check(expires in (0, 1)),
  lifetime_s integer check(lifetime_s >= 0),
  max_lifetime_s integer check(max_lifetime_s >= 0),
  rotation text check(rotation in ('automatic', 'manual', 'none')),
  rotation_interval_s integer check(rotation_interval_s >= 0),
  last_rotated text check(last_rotated glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  bound_to text references secret on delete set null deferrable initially deferred,
  restricted integer check(restricted in (0, 1)),
  signs_for text references component on delete set null deferrable initially deferred,
  fingerprint text check(length(fingerprint) between 1 and 1000),
  revocation_procedure text check(length(revocation_procedure) between 1 and 10000),
  revocation_tested_at text check(revocation_tested_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  certificate_subject text check(length(certificate_subject) between 1 and 1000),
  certificate_issuer text check(length(certificate_issuer) between 1 and 1000),
  certificate_sans text check(length(certificate_sans) between 1 and 10000),
  certificate_not_before text check(certificate_not_before glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  certificate_not_after text check(certificate_not_after glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*')) strict, without rowid;
create index secret_identity on secret(identity);
create index secret_owner_component on secret(owner_component);
create index secret_bound_to on secret(bound_to);
create index secret_signs_for on secret(signs_for);

create table holding(
  secret text not null references secret on delete cascade deferrable initially deferred,
  component text not null references component on delete cascade deferrable initially deferred,
  storage_form text check(storage_form in ('secret_manager', 'hsm', 'kms', 'tpm', 'memory_only', 'encrypted_file', 'env_var', 'ci_variable_plain', 'plaintext_config', 'source_code', 'image_layer', 'log', 'ticket_or_chat', 'wiki', 'spreadsheet', 'local_storage', 'session_storage', 'indexed_db', 'script_cookie', 'http_only_cookie', 'mobile_binary')),
  kept_in text references component on delete set null deferrable initially deferred,
  primary key(secret, component)) strict, without rowid;
create index holding_component on holding(component);
create index holding_kept_in on holding(kept_in);

create table grant_(
  id text primary key not null check(length(id) between 1 and 200),
  identity text not null references identity on delete cascade deferrable initially deferred,
  also text references identity on delete set null deferrable initially deferred,
  target text not null references component on delete cascade deferrable initially deferred,
  scope text check(length(scope) between 1 and 1000),
  own_only integer check(own_only in (0, 1)),
  admin integer not null default 0 check(admin in (0, 1))) strict, without rowid;
create index grant__identity on grant_(identity);
create index grant__also on grant_(also);
create index grant__target on grant_(target);

create table secret_only(
  secret text not null references secret on delete cascade deferrable initially deferred,
  grant text not null references grant_ on delete cascade deferrable initially deferred,
  primary key(secret, grant)) strict, without rowid;
create index secret_only_grant on secret_only(grant);

create table grant_reveals(
  grant text not null references grant_ on delete cascade deferrable initially deferred,
  secret text not null references secret on delete cascade deferrable initially deferred,
  primary key(grant, secret)) strict, without rowid;
create index grant_reveals_secret on grant_reveals(secret);

create table grant_assumes(
  grant text not null references grant_ on delete cascade deferrable initially deferred,
  identity text not null references identity on delete cascade deferrable initially deferred,
  primary key(grant, identity)) strict, without rowid;
create index grant_assumes_identity on grant_assumes(identity);

create table data_asset(
  id text primary key not null check(length(id) between 1 and 200),
  name text not null check(length(name) between 1 and 1000),
  sensitivity text check(sensitivity in ('public', 'internal', 'confidential', 'regulated')),
  weight real check(weight >= 0 and weight < 1e15),
  per_user integer check(per_user in (0, 1)),
  users integer check(users >= 1),
  live integer check(live >= 1),
  key text references secret on delete set null deferrable initially deferred) strict, without rowid;
create index data_asset_key on data_asset(key);

create table component_obeys(
  component text not null references component on delete cascade deferrable initially deferred,
  data text not null references data_asset on delete cascade deferrable initially deferred,
  primary key(component, data)) strict, without rowid;
create index component_obeys_data on component_obeys(data);

create table component_needs_data(
  component text not null references component on delete cascade deferrable initially deferred,
  data text not null references data_asset on delete cascade deferrable initially deferred,
  primary key(component, data)) strict, without rowid;
create index component_needs_data_data on component_needs_data(data);

create table grant_data(
  grant text not null references grant_ on delete cascade deferrable initially deferred,
  data text not null references data_asset on delete cascade deferrable initially deferred,
  access text not null check(access in ('read', 'write')),
  primary key(grant, data, access)) strict, without rowid;
create index grant_data_data on grant_data(data);

create table handling(
  component text not null references component on delete cascade deferrable initially deferred,
  data text not null references data_asset on delete cascade deferrable initially deferred,
  stored integer check(stored in (0, 1)),
  form text check(form in ('clear', 'locked')),
  primary key(component, data)) strict, without rowid;
create index handling_data on handling(data);

create table flow(
  id text primary key not null check(length(id) between 1 and 200),
  name text check(length(name) between 1 and 1000),
  source text not null references component on delete cascade deferrable initially deferred,
  target text not null references component on delete cascade deferrable initially deferred,
  protocol text check(length(protocol) between 1 and 1000),
  tls text check(tls in ('none', '1.2', '1.3')),
  authn text check(authn in ('none', 'network_location', 'session_cookie', 'bearer', 'dpop', 'mtls_token', 'workload_token', 'mtls', 'signed_request', 'api_key', 'basic', 'static_token', 'presigned')),
  caller_identity text references identity on delete set null deferrable initially deferred,
  credential_location text check(credential_location in ('header', 'body', 'cookie', 'url_query', 'tls')),
  forwards_cookie integer check(forwards_cookie in (0, 1)),
  subject_propagation text check(subject_propagation in ('none', 'service_only', 'user_token', 'token_exchange', 'trusted_header')),
  authz_at_target text check(authz_at_target in ('none', 'network', 'coarse', 'fine', 'object')),
  operation text check(operation in ('public_read', 'read_sensitive', 'write', 'admin', 'deploy')),
  destination_control text check(destination_control in ('static', 'allowlist', 'client_chosen')),
  input_validation integer check(input_validation in (0, 1)),
  follows_redirects integer check(follows_redirects in (0, 1)),
  timeout_s integer check(timeout_s >= 0),
  last_reviewed text check(last_reviewed glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*')) strict, without rowid;
create index flow_source on flow(source);
create index flow_target on flow(target);
create index flow_caller_identity on flow(caller_identity);

create table flow_has(
  flow text not null references flow on delete cascade deferrable initially deferred,
  what text not null check(length(what) between 3 and 1000),
  present integer not null check(present in (0, 1)),
  primary key(flow, what)) strict, without rowid;

create table flow_secret(
  flow text not null references flow on delete cascade deferrable initially deferred,
  secret text not null references secret on delete cascade deferrable initially deferred,
  primary key(flow, secret)) strict, without rowid;
create index flow_secret_secret on flow_secret(secret);

create table flow_data(
  flow text not null references flow on delete cascade deferrable initially deferred,
  data text not null references data_asset on delete cascade deferrable initially deferred,
  direction text check(direction in ('to_target', 'from_target', 'both')),
  primary key(flow, data)) strict, without rowid;
create index flow_data_data on flow_data(data);

create table flow_continues(
  flow text not null references flow on delete cascade deferrable initially deferred,
  leg text not null references flow on delete cascade deferrable initially deferred,
  primary key(flow, leg)) strict, without rowid;
create index flow_continues_leg on flow_continues(leg);

create table diagram(
  id text primary key not null check(length(id) between 1 and 200),
  title text not null check(length(title) between 1 and 1000),
  ordinal integer not null default 0) strict, without rowid;

create table placement(
  diagram text not null references diagram on delete cascade deferrable initially deferred,
  element text not null check(length(element) between 1 and 200),
  x real not null check(x between -1e7 and 1e7),
  y real not null check(y between -1e7 and 1e7),
  w real not null check(w between 1 and 1e7),
  h real not null check(h between 1 and 1e7),
  collapsed integer not null default 0 check(collapsed in (0, 1)),
  primary key(diagram, element)) strict, without rowid;
create index placement_element on placement(element);

create table route(
  diagram text not null references diagram on delete cascade deferrable initially deferred,
  flow text not null references flow on delete cascade deferrable initially deferred,
  bends text not null check(length(bends) <= 10000),
  primary key(diagram, flow)) strict, without rowid;
create index route_flow on route(flow);

create table note(
  id text primary key not null check(length(id) between 1 and 200),
  diagram text not null references diagram on delete cascade deferrable initially deferred,
  text text not null check(length(text) <= 100000),
  x real not null check(x between -1e7 and 1e7),
  y real not null check(y between -1e7 and 1e7),
  w real not null check(w between 1 and 1e7),
  h real not null check(h between 1 and 1e7)) strict, without rowid;
create index note_diagram on note(diagram);

-- People's part. `elements` = the ids a finding is about, in the rule's order, joined by a space; no reference, so
-- that a decision outlives its elements.
create table decision(
  rule text not null check(length(rule) between 1 and 100),
  elements text not null check(length(elements) <= 10000),
  status text not null check(status in ('open', 'accepted', 'mitigated', 'false_positive', 'transferred')),
  reason text check(length(reason) between 1 and 10000),
  owner text check(length(owner) between 1 and 1000),
  ticket text check(length(ticket) between 1 and 1000),
  decided_by text check(length(decided_by) between 1 and 1000),
  decided_at text check(decided_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  expires_at text check(expires_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  primary key(rule, elements)) strict, without rowid;

create table attestation(
  id text primary key not null check(length(id) between 1 and 200),
  framework text not null check(length(framework) between 1 and 100),
  control text not null check(length(control) between 1 and 100),
  element text not null check(length(element) <= 200),
  statement text not null check(length(statement) between 1 and 10000),
  evidence text check(length(evidence) between 1 and 10000),
  evidence_sha256 text check(length(evidence_sha256) between 1 and 1000),
  by_whom text check(length(by_whom) between 1 and 1000),
  given_at text check(given_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  expires_at text check(expires_at glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*')) strict, without rowid;

create table snapshot(
  id text primary key not null check(length(id) between 1 and 200),
  name text not null check(length(name) between 1 and 1000),
  taken_at text not null check(length(taken_at) between 1 and 100),
  taken_by text check(length(taken_by) between 1 and 1000),
  digest text not null check(length(digest) between 1 and 200),
  content blob not null) strict, without rowid;
