-- Reports as received, and what they say. Written only by the intake, many reports a transaction.
create sequence report_id_seq increment by 1000;

-- key_digest: organisation, report id and window, which may be too long for an index.
-- conflicting: an earlier report has the same key and other content; kept, not counted.
-- successful, failed: the sessions that count for the domain (never tlsa and sts added together).
create table report (
  id bigint constraint report_pk primary key,
  domain_id bigint not null constraint report_domain_fk references monitored_domain on delete cascade,
  key_digest bytea not null,
  content_digest bytea not null,
  conflicting boolean not null,
  organization text not null,
  contact text,
  report_id text not null,
  window_start timestamptz not null,
  window_end timestamptz not null,
  day date not null,
  successful bigint not null,
  failed bigint not null,
  warnings text[] not null,
  received_at timestamptz not null,
  constraint report_uk unique (domain_id, key_digest, content_digest)
);
create unique index report_counted_uk on report (domain_id, key_digest) where not conflicting;
create index report_day_ix on report (domain_id, day, id);

create table report_raw (
  report_id bigint constraint report_raw_pk primary key
    constraint report_raw_report_fk references report on delete cascade,
  content_type text,
  content_encoding text,
  body bytea not null
);

create table report_policy (
  report_id bigint not null constraint report_policy_report_fk references report on delete cascade,
  policy_no smallint not null,
  attribution text not null,
  policy_type text not null,
  policy_domain text,
  policy_string text[] not null,
  mx_hosts text[] not null,
  successful bigint not null,
  failed bigint not null,
  constraint report_policy_pk primary key (report_id, policy_no)
);

-- By far the most rows: no key of its own and one index, led by what every page asks for.
-- counted: the report is not a conflicting one and the policy is the domain's.
create table failure_detail (
  domain_id bigint not null,
  day date not null,
  report_id bigint not null constraint failure_detail_report_fk references report on delete cascade,
  policy_no smallint not null,
  counted boolean not null,
  failed bigint not null,
  result_type text,
  sending_mta_ip text,
  receiving_mx_hostname text,
  receiving_mx_helo text,
  receiving_ip text,
  additional_information text,
  failure_reason_code text
);
create index failure_detail_day_ix on failure_detail (domain_id, day, report_id);
