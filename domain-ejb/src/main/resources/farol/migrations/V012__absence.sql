-- Since when the record that proved a verified domain is missing, and how many looks have missed it; null while it is there.
alter table monitored_domain add column missing_since timestamptz, add column missed_looks integer;
alter table monitored_domain add constraint monitored_domain_absence_ck check ((missing_since is null) = (missed_looks is null));
