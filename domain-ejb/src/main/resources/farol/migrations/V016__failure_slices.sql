-- A result type alone does not tell why sessions failed, nor what became of the mail: that takes the reason and the policy, too.
-- Slices of this dimension hold all four (RollupStore). They are read by the primary key, as those of the others are.
alter table rollup_slice drop constraint rollup_slice_dimension_ck;
alter table rollup_slice add constraint rollup_slice_dimension_ck
  check (dimension in ('RESULT_TYPE', 'REPORTER', 'MX', 'POLICY_TYPE', 'FAILURE'));

-- Days before are computed anew; until then, and for those whose reports are no longer kept, the type is all that is known.
insert into rollup_slice (domain_id, day, dimension, value, reports, successful, failed)
select domain_id, day, 'FAILURE', translate(value, E'\t', ' ') || E'\t\t\t', sum(reports), 0, least(sum(failed), 1e15::bigint)
from rollup_slice where dimension = 'RESULT_TYPE' group by domain_id, day, translate(value, E'\t', ' ');
insert into dirty_day (domain_id, day) select domain_id, day from rollup_day where failed > 0 and not frozen;
