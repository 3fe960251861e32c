-- Who changed what: one row a change, written in the transaction of the change. Rows outlive what they tell of, so nothing is
-- referred to by key but the account; no account: a change of the installation.
create table audit_entry (
  id bigint generated always as identity constraint audit_entry_pk primary key,
  at timestamptz not null,
  account_id bigint,
  actor text not null,
  address text,
  action text not null,
  subject text not null,
  before text,
  after text
);
create index audit_entry_account_ix on audit_entry (account_id, id);
create index audit_entry_actor_ix on audit_entry (actor, id);

-- Append-only, also for Farol itself: whoever wants to alter what was written must alter the table first.
create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'entries of the audit log are neither changed nor deleted';
end $$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function audit_entry_stays();
