-- Reports of :days days, up to yesterday, about all domains that have none yet; the same for the same domains and day. Every
-- twentieth domain has many reporters and most of the failures, half of the others have few of both.
set work_mem = '256MB';
set synchronous_commit = off;
select prepare_months((current_date - :days), current_date);

create function pick(text, integer) returns integer language sql immutable as
  $$ select (hashtextextended($1, 8460) & 2147483647)::integer % $2 $$;

update monitored_domain set state = 'VERIFIED', verified_at = created_at, next_check_at = now() + interval '1 year';

create unlogged table made_domain as
select id, name, case when number % 20 = 1 then 120 when number % 2 = 0 then 30 else 15 end as reporters,
  case when number % 20 = 1 then 30 when number % 2 = 0 then 10 else 6 end as failing_percent,
  case when number % 20 = 1 then 50 when number % 2 = 0 then 13 else 9 end as details,
  1 + number % 3 as hosts
from (select id, name, row_number() over (order by id) as number from monitored_domain) numbered
where not exists (select from report r where r.domain_id = numbered.id);

create unlogged table made_report as
select coalesce((select max(id) from report), 0) + row_number() over (order by day, pick(name || reporter || day, 1000000)) as id,
  d.id as domain_id, name, hosts, day,
  'Reporter ' || reporter as organization, reporter,
  case when pick('f' || name || reporter || day, 100) < failing_percent then details else 0 end as details,
  1 + pick('n' || name || reporter || day, 3) as each,
  50 + pick('s' || name || reporter, 2000) as successful,
  day + interval '1 day' + pick('r' || name || reporter || day, 3600) * interval '1 second' as received_at,
  pick('p' || name || reporter, 4) = 0 as has_tlsa
from made_domain d
cross join generate_series(1, reporters) reporter
cross join lateral (select current_date - number as day from generate_series(1, :days) number) days;

insert into report (id, domain_id, key_digest, content_digest, conflicting, organization, report_id, window_start, window_end, day,
  successful, failed, warnings, received_at)
select id, domain_id, substring(sha256(convert_to('k' || id, 'UTF8')) for 16),
  substring(sha256(convert_to('c' || id, 'UTF8')) for 16), false, organization, day || '-' || id, day,
  day + interval '86399 seconds', day, successful, details * each, '{}', received_at
from made_report order by id;
select setval('report_id_seq', (select max(id) + 1000 from report));

insert into report_policy (report_id, received_on, policy_no, attribution, policy_type, policy_domain, policy_string, mx_hosts,
  successful, failed)
select id, received_at::date, no, 'OWN', case no when 0 then 'sts' else 'tlsa' end, name,
  case no when 0 then array['version: STSv1', case when domain_id % 3 = 0 then 'mode: testing' else 'mode: enforce' end,
    'mx: *.' || name, 'max_age: 86400'] else array['3 1 1 0123456789abcdef'] end,
  array['mx1.' || name], successful, case no when 0 then details * each else 0 end
from made_report cross join generate_series(0, 1) no where no = 0 or has_tlsa order by id, no;

insert into failure_detail (domain_id, day, report_id, received_on, policy_no, counted, failed, result_type, sending_mta_ip,
  receiving_mx_hostname, receiving_ip, failure_reason_code)
select domain_id, day, id, received_at::date, 0, true, each, kind.type,
  '2001:db8:' || to_hex(reporter) || '::' || to_hex(pick(id || '-' || detail, 500)),
  'mx' || 1 + detail % hosts || '.' || name, '2001:db8:ffff::' || 1 + detail % hosts, kind.reason
from made_report
cross join lateral generate_series(1, details) detail
cross join lateral (select (array['certificate-expired', 'starttls-not-supported', 'validation-failure',
    'certificate-host-mismatch', 'validation-failure'])[which] as type,
  (array[null, null, 'MX_HOSTS_MISMATCH', null, 'connection timed out'])[which] as reason
  from (select 1 + (domain_id + detail % 2) % 5 as which) chosen) kind
order by id, detail;

insert into dirty_day (domain_id, day) select distinct domain_id, day from made_report;

-- What the domains publish, how it went to look at it, and that each has changed four things.
insert into certificate (fingerprint, der) select encode(sha256(convert_to(host || '.' || name, 'UTF8')), 'hex'), :der
from made_domain cross join generate_series(1, hosts) host;
insert into observation (domain_id, kind, subject, value, first_seen, last_seen)
select d.id, kind, subject, value, now() - interval '5 days', now()
from made_domain d cross join lateral (
  select 'TLSRPT_RECORD' as kind, '' as subject, 'v=TLSRPTv1; rua=mailto:tls@' || name as value
  union all select 'MX', '', string_agg('10 mx' || host || '.' || name, E'\n') from generate_series(1, hosts) host
  union all select 'MTASTS_RECORD', '', 'v=STSv1; id=1'
  union all select 'MTASTS_POLICY', 'ipv4', E'version: STSv1\nmode: enforce\nmax_age: 86400\nmx: *.' || name
  union all select 'POLICY_FETCH', 'ipv4', 'FETCHED'
  union all select 'DNSSEC', name, 'SECURE'
  union all select seen.kind, replace(seen.subject, '$', 'mx' || host || '.' || name),
    coalesce(seen.value, encode(sha256(convert_to(host || '.' || name, 'UTF8')), 'hex'))
  from generate_series(1, hosts) host, (values ('DNSSEC', '$', 'SECURE'), ('TLSA', '_25._tcp.$', ''),
    ('MAIL_SERVER', '$ 192.0.2.1', 'TLSv1.3'), ('MAIL_CERTIFICATE', '$ 192.0.2.1', null)) seen (kind, subject, value)) seen;
insert into observation (domain_id, kind, subject, value, first_seen, last_seen, ended_at)
select domain_id, kind, subject, 'v=STSv1; id=0' || no, begun, begun + interval '20 days', begun + interval '20 days'
from observation join made_domain on made_domain.id = domain_id
cross join generate_series(1, 4) no
cross join lateral (select first_seen - interval '20 days' * no - pick(no || '-' || domain_id, 20) * interval '1 day' as begun) at
where kind = 'MTASTS_RECORD';

drop table made_report, made_domain;
drop function pick;
