-- Pages of many days or many domains no longer read failure rows, of which there may be millions. No row of a large table is
-- touched here: sums of accounts come from those of domains, what else is new from job report-rollup, for which days with
-- failures are marked below.

-- Failures of a domain and day by all that pages tell them apart by, except sending addresses (RollupStore).
create table rollup_failure (
  domain_id bigint not null constraint rollup_failure_domain_fk references monitored_domain on delete cascade,
  day date not null,
  organization text not null,
  mx_host text not null,
  result_type text not null,
  reason_code text not null,
  policy_type text not null,
  mode text not null,
  failed bigint not null
);
create index rollup_failure_day_ix on rollup_failure (domain_id, day);

-- Sending addresses of a day: those with the most failures. Read by the primary key, as slices of other dimensions are.
alter table rollup_slice drop constraint rollup_slice_dimension_ck;
alter table rollup_slice add constraint rollup_slice_dimension_ck
  check (dimension in ('RESULT_TYPE', 'REPORTER', 'MX', 'POLICY_TYPE', 'FAILURE', 'SOURCE_ADDRESS')) not valid;

-- How often a domain's roll-ups have changed, so that what is made from them knows when it is out of date.
create table rollup_version (
  domain_id bigint constraint rollup_version_pk primary key
    constraint rollup_version_domain_fk references monitored_domain on delete cascade,
  version bigint not null
);

-- All verified domains of an account together, recomputed from their roll-ups as a whole for a day that has changed.
create table dirty_account_day (
  id bigint generated always as identity constraint dirty_account_day_pk primary key,
  account_id bigint not null,
  day date not null
);
create index dirty_account_day_ix on dirty_account_day (account_id, day, id);

create table rollup_account_day (
  account_id bigint not null constraint rollup_account_day_account_fk references account on delete cascade,
  day date not null,
  reports bigint not null,
  successful bigint not null,
  failed bigint not null,
  constraint rollup_account_day_pk primary key (account_id, day)
);

create table rollup_account_slice (
  account_id bigint not null constraint rollup_account_slice_account_fk references account on delete cascade,
  dimension text not null,
  day date not null,
  value text not null,
  reports bigint not null,
  successful bigint not null,
  failed bigint not null,
  constraint rollup_account_slice_pk primary key (account_id, dimension, day, value)
);

-- Only what is verified counts for the account, so its days change with a domain's state as well, whoever changes that. A day
-- that is marked may be under recomputation by a transaction that this one does not see.
create function mark_account_days() returns trigger language plpgsql as $$
begin
  insert into dirty_account_day (account_id, day)
  select old.account_id, days.day from (
    select r.day from rollup_day r where r.domain_id = old.id
    union select m.day from dirty_day m where m.domain_id = old.id) days;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger monitored_domain_state_tr before update of state on monitored_domain
  for each row when (old.state is distinct from new.state) execute function mark_account_days();
create trigger monitored_domain_gone_tr before delete on monitored_domain
  for each row execute function mark_account_days();

-- What is still broken at a domain, as found from its roll-ups (OpenProblems), and from which of them.
create table diagnosed_domain (
  domain_id bigint constraint diagnosed_domain_pk primary key
    constraint diagnosed_domain_domain_fk references monitored_domain on delete cascade,
  version bigint not null,
  day date not null
);
create table open_problem (
  domain_id bigint not null constraint open_problem_domain_fk references monitored_domain on delete cascade,
  mx_host text not null,
  cause text not null,
  consequence text not null,
  since date not null,
  last_seen date not null,
  sessions bigint not null,
  reporters text[] not null,
  constraint open_problem_pk primary key (domain_id, mx_host, cause)
);

insert into dirty_day (domain_id, day) select domain_id, day from rollup_day where failed > 0 and not frozen;
insert into rollup_account_day (account_id, day, reports, successful, failed)
select d.account_id, r.day, sum(r.reports), least(sum(r.successful), 1e15::bigint), least(sum(r.failed), 1e15::bigint)
from monitored_domain d join rollup_day r on r.domain_id = d.id
where d.state = 'VERIFIED' group by 1, 2;
insert into rollup_account_slice (account_id, dimension, day, value, reports, successful, failed)
select d.account_id, s.dimension, s.day, s.value, sum(s.reports), least(sum(s.successful), 1e15::bigint),
  least(sum(s.failed), 1e15::bigint)
from monitored_domain d join rollup_slice s on s.domain_id = d.id
where d.state = 'VERIFIED' and s.dimension in ('REPORTER', 'FAILURE') group by 1, 2, 3, 4;
