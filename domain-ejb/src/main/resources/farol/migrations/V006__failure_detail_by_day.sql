-- Deleting a report looks for its failures. Asked by domain and day as well, it finds them in the one index that they have;
-- by the report alone, it read the whole table once for each report.
alter table report add constraint report_day_uk unique (domain_id, day, id);
drop index report_day_ix;
alter table failure_detail drop constraint failure_detail_report_fk;
alter table failure_detail add constraint failure_detail_report_fk
  foreign key (domain_id, day, report_id) references report (domain_id, day, id) on delete cascade;
