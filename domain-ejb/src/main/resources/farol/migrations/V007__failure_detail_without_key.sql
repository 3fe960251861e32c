-- Storing a report spent most of its time on checking this key for each failure. It is not needed: a report and its failures
-- are written in one transaction, and deleted in one that holds the domain's row (MonitoredDomainStore.remove).
alter table failure_detail drop constraint failure_detail_report_fk;
alter table report drop constraint report_day_uk;
create index report_day_ix on report (domain_id, day, id);
