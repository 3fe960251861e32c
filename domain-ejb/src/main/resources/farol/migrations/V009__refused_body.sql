-- What was posted to a domain's collector and refused: the quarantine.
create table refused_body (
  id bigint generated always as identity constraint refused_body_pk primary key,
  domain_id bigint not null constraint refused_body_domain_fk references monitored_domain on delete cascade,
  received_at timestamptz not null,
  code text not null,
  detail text not null,
  content_type text,
  content_encoding text,
  body bytea not null
);
-- Bodies are compressed as a rule, and where they are bombs, PostgreSQL should not try.
alter table refused_body alter column body set storage external;
create index refused_body_domain_ix on refused_body (domain_id, id);
create index refused_body_received_ix on refused_body (received_at);
