-- What a report says in detail is kept by the month of its receipt, so that what is too old is dropped at once, without a row
-- being read. received_on: the UTC day of receipt. No foreign keys: a report and its details are written in one transaction and
-- deleted in one that holds the domain's row (MonitoredDomainStore.remove), or whole months at a time (RetentionStore).
alter table report_raw rename to old_report_raw;
alter table report_policy rename to old_report_policy;
alter table failure_detail rename to old_failure_detail;
alter table old_report_raw rename constraint report_raw_pk to old_report_raw_pk;
alter table old_report_policy rename constraint report_policy_pk to old_report_policy_pk;
alter index failure_detail_day_ix rename to old_failure_detail_day_ix;

create table report_raw (
  report_id bigint not null,
  received_on date not null,
  content_type text,
  content_encoding text,
  body bytea not null,
  constraint report_raw_pk primary key (report_id, received_on)
) partition by range (received_on);

create table report_policy (
  report_id bigint not null,
  received_on date not null,
  policy_no smallint not null,
  attribution text not null,
  policy_type text not null,
  policy_domain text,
  policy_string text[] not null,
  mx_hosts text[] not null,
  successful bigint not null,
  failed bigint not null,
  constraint report_policy_pk primary key (report_id, policy_no, received_on)
) partition by range (received_on);

create table failure_detail (
  domain_id bigint not null,
  day date not null,
  report_id bigint not null,
  received_on date not null,
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
) partition by range (received_on);
create index failure_detail_day_ix on failure_detail (domain_id, day, report_id);

-- For months that nobody has prepared: nothing is ever refused for want of a partition.
create table report_raw_other partition of report_raw default;
create table report_policy_other partition of report_policy default;
create table failure_detail_other partition of failure_detail default;

-- Prepares the months from that of the first day to that of the last; what waited for one in the default partition is moved.
create function prepare_months(first_day date, last_day date) returns void language plpgsql as $$
declare
  month date := date_trunc('month', first_day)::date;
  parent text;
  part text;
begin
  while month <= last_day loop
    foreach parent in array array['report_raw', 'report_policy', 'failure_detail'] loop
      part := parent || to_char(month, '_YYYY_MM');
      if to_regclass(part) is null then
        execute format('create table %I (like %I including defaults including constraints)', part, parent);
        execute format('with moved as (delete from %I where received_on >= %L and received_on < %L returning *)
          insert into %I select * from moved', parent || '_other', month, month + interval '1 month', part);
        execute format('alter table %I attach partition %I for values from (%L) to (%L)',
          parent, part, month, (month + interval '1 month')::date);
      end if;
    end loop;
    month := (month + interval '1 month')::date;
  end loop;
end $$;

select prepare_months((min(received_at) at time zone 'UTC')::date, (max(received_at) at time zone 'UTC')::date)
from report having count(*) > 0;
select prepare_months((now() at time zone 'UTC')::date, ((now() at time zone 'UTC')::date + interval '3 months')::date);

insert into report_raw
select w.report_id, (r.received_at at time zone 'UTC')::date, w.content_type, w.content_encoding, w.body
from old_report_raw w join report r on r.id = w.report_id;
insert into report_policy
select p.report_id, (r.received_at at time zone 'UTC')::date, p.policy_no, p.attribution, p.policy_type, p.policy_domain,
  p.policy_string, p.mx_hosts, p.successful, p.failed
from old_report_policy p join report r on r.id = p.report_id;
insert into failure_detail
select f.domain_id, f.day, f.report_id, (r.received_at at time zone 'UTC')::date, f.policy_no, f.counted, f.failed,
  f.result_type, f.sending_mta_ip, f.receiving_mx_hostname, f.receiving_mx_helo, f.receiving_ip, f.additional_information,
  f.failure_reason_code
from old_failure_detail f join report r on r.id = f.report_id;

drop table old_report_raw;
drop table old_report_policy;
drop table old_failure_detail;

-- Reports that are too old are found by it.
create index report_received_ix on report (received_at);

-- frozen: some of the day's reports are no longer kept, so it can't be recomputed.
alter table rollup_day add column frozen boolean not null default false;
