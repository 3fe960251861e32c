-- What pages show. Recomputed as a whole for a domain and day that has changed; never incremented.
create table dirty_day (
  id bigint generated always as identity constraint dirty_day_pk primary key,
  domain_id bigint not null constraint dirty_day_domain_fk references monitored_domain on delete cascade,
  day date not null
);
create index dirty_day_ix on dirty_day (domain_id, day, id);

create table rollup_day (
  domain_id bigint not null constraint rollup_day_domain_fk references monitored_domain on delete cascade,
  day date not null,
  reports bigint not null,
  successful bigint not null,
  failed bigint not null,
  computed_at timestamptz not null,
  constraint rollup_day_pk primary key (domain_id, day)
);

create table rollup_slice (
  domain_id bigint not null constraint rollup_slice_domain_fk references monitored_domain on delete cascade,
  day date not null,
  dimension text not null
    constraint rollup_slice_dimension_ck check (dimension in ('RESULT_TYPE', 'REPORTER', 'MX', 'POLICY_TYPE')),
  value text not null,
  reports bigint not null,
  successful bigint not null,
  failed bigint not null,
  constraint rollup_slice_pk primary key (domain_id, day, dimension, value)
);
