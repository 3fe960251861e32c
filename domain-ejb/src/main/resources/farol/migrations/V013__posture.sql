-- Several things of a kind may be looked at, such as the certificates of each mail host, and one of them may go without another
-- coming in its place: so what is current has no end yet, instead of no successor.
alter table observation add column subject text not null default '', add column ended_at timestamptz;
alter table observation alter column subject drop default;
update observation ended set ended_at = (
  select min(next.first_seen) from observation next
  where next.domain_id = ended.domain_id and next.kind = ended.kind and next.first_seen > ended.first_seen)
where superseded;
drop index observation_current_uk;
drop index observation_domain_ix;
alter table observation drop column superseded;
create unique index observation_current_uk on observation (domain_id, kind, subject) where ended_at is null;
create index observation_begun_ix on observation (domain_id, first_seen);
create index observation_ended_ix on observation (domain_id, ended_at) where ended_at is not null;

-- MX records used to be written in a form of our own.
update observation set value =
  regexp_replace(
    regexp_replace(value, 'MailExchanger\[preference=(\d+), target=\]', '\1 .', 'g'),
    'MailExchanger\[preference=(\d+), target=([^]\n]*)\]', '\1 \2', 'g')
where kind = 'MX';

-- Tokens used to be masked so that the URL was none any more, and its record could not be read.
update observation set value = regexp_replace(value, '\{token ([0-9a-f]{8})\}', '(token-\1)', 'g');
update monitored_domain set last_check_detail = regexp_replace(last_check_detail, '\{token ([0-9a-f]{8})\}', '(token-\1)', 'g');

-- Certificates that observations name by their SHA-256, each once however many servers present it.
create table certificate (
  fingerprint text constraint certificate_pk primary key,
  der bytea not null
);
