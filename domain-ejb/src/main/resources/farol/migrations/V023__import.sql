-- Files and folders of old reports that somebody imports. Where an import stands is kept here and nowhere else: job
-- import-reports goes on behind the items that are counted. node: which node has the file on its disk; path: null for what was
-- uploaded into its data directory; holder: the process that works on it, until due_at unless it says so again; attempts: since
-- items were counted last; read_bytes: how far the file is read.
create table report_import (
  id bigint generated always as identity constraint report_import_pk primary key,
  account_id bigint not null constraint report_import_account_fk references account on delete cascade,
  name text not null,
  created_at timestamptz not null,
  created_by text not null,
  node text not null,
  path text,
  state text not null constraint report_import_state_ck
    check (state in ('RECEIVING', 'WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  ended_at timestamptz,
  failure text,
  holder text,
  due_at timestamptz not null,
  attempts int not null default 0,
  bytes bigint not null default 0,
  read_bytes bigint not null default 0,
  stored_count bigint not null default 0,
  duplicate_count bigint not null default 0,
  foreign_count bigint not null default 0,
  no_report_count bigint not null default 0,
  refused_count bigint not null default 0
);
create index report_import_account_ix on report_import (account_id, id);
create index report_import_open_ix on report_import (node, id) where state in ('RECEIVING', 'WAITING', 'RUNNING');
create index report_import_held_ix on report_import (node) where holder is not null;
create index report_import_ended_ix on report_import (ended_at);

-- What an import did not take, and why; the first of each verdict.
create table import_refusal (
  import_id bigint not null constraint import_refusal_import_fk references report_import on delete cascade,
  ordinal bigint not null,
  place text not null,
  verdict text not null constraint import_refusal_verdict_ck check (verdict in ('FOREIGN', 'NO_REPORT', 'REFUSED')),
  code text not null,
  reason text not null,
  constraint import_refusal_pk primary key (import_id, ordinal)
);
