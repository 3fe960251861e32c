-- How a report came, where it was not posted to its collector: by a mail or an import, signed by whom, from which mailbox or file.
-- All null for what was posted, so that costs nothing. import_id: without a foreign key, for reports outlive their import.
alter table report
  add column way text,
  add column grade text,
  add column signer text,
  add column key_for_reports boolean,
  add column grade_detail text,
  add column origin_source text,
  add column import_id bigint,
  add constraint report_way_ck check (way in ('MAIL', 'IMPORT')) not valid,
  add constraint report_grade_ck check (grade in ('ALIGNED', 'OTHER_SIGNER', 'FAILED', 'UNSIGNED', 'UNDECIDED')) not valid;

-- Counts what an import has stored, which may have been interrupted in between.
create index report_import_ix on report (import_id) where import_id is not null;

-- Counts and lists what came without its reporter's signature; most reports are posted, and not in it.
create index report_unproven_ix on report (domain_id, day) where grade <> 'ALIGNED';
