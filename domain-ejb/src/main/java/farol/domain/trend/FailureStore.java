package farol.domain.trend;

import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Questions to the failure rows themselves, since roll-ups do not tell what goes with what. They
 * are found by domain and day.
 */
@Dependent
class FailureStore {
  private static final int MOST_KINDS = 20_000;

  /** No domain has as many sessions; who invents them must not keep the others from being seen. */
  private static final String FAILED = "least(sum(f.failed), 1e15)::bigint";

  @Inject Sql sql;

  /** The most failed first; at most 20,000. */
  List<KindSlice> kinds(FailureQuestion question) {
    Part rows = rows(question);
    return sql.list(
        """
        select coalesce(f.result_type, ''), coalesce(f.failure_reason_code, ''), p.policy_type, p.policy_string,
          %s, min(f.day), max(f.day)
        %s group by 1, 2, 3, 4 order by 5 desc, 1, 2, 3, 4 limit ?
        """
            .formatted(FAILED, rows.text()),
        FailureStore::kind,
        rows.with(MOST_KINDS));
  }

  FailurePage page(FailureQuestion question, FailureBy by, int page, int size) {
    Part rows = rows(question);
    record Row(FailureSlice slice, long total, long failed) {}
    List<Row> found =
        sql.list(
            """
            select %s, %s, min(f.day), max(f.day), count(*) over (), least(sum(sum(f.failed)) over (), 1e15)::bigint
            %s group by 1 order by %s limit ? offset ?
            """
                .formatted(
                    key(by), FAILED, rows.text(), by == FailureBy.DAY ? "1 desc" : "2 desc, 1"),
            row ->
                new Row(
                    new FailureSlice(row.getString(1), row.getLong(2), day(row, 3), day(row, 4)),
                    row.getLong(5),
                    row.getLong(6)),
            rows.with(size, (long) page * size));
    return found.isEmpty()
        ? new FailurePage(List.of(), 0, 0)
        : new FailurePage(
            found.stream().map(Row::slice).toList(), found.get(0).total(), found.get(0).failed());
  }

  /** Part of a statement, with the values of its question marks. */
  private record Part(String text, List<Object> values) {
    Object[] with(Object... more) {
      List<Object> all = new ArrayList<>(values);
      all.addAll(List.of(more));
      return all.toArray();
    }
  }

  /** The rows that are asked for: all of a statement from {@code from} to {@code where}. */
  private static Part rows(FailureQuestion question) {
    StringBuilder text =
        new StringBuilder(
            """
            from monitored_domain d
            join failure_detail f on f.domain_id = d.id
            join report r on r.id = f.report_id
            join report_policy p on p.report_id = f.report_id and p.policy_no = f.policy_no and p.received_on = f.received_on
            where d.account_id = ? and d.state = 'VERIFIED' and f.day between ? and ? and f.counted
            """);
    List<Object> values = new ArrayList<>();
    values.add(question.accountId());
    values.add(question.range().first());
    values.add(question.range().last());
    question
        .only()
        .forEach(
            (by, value) -> {
              text.append(" and ").append(key(by)).append(" = ?");
              values.add(value);
            });
    List<FailureKind> kinds = question.kinds();
    if (kinds != null) {
      text.append(
          " and (coalesce(f.result_type, ''), coalesce(f.failure_reason_code, '')) in (select * from unnest(?, ?))");
      values.add(array(kinds, FailureKind::resultType));
      values.add(array(kinds, FailureKind::reasonCode));
    }
    return new Part(text.toString(), values);
  }

  private static String key(FailureBy by) {
    return switch (by) {
      case MX -> given("lower(f.receiving_mx_hostname)");
      case REPORTER -> given("r.organization");
      case SENDING_ADDRESS -> given("f.sending_mta_ip");
      case DOMAIN -> "d.name";
      case POLICY_TYPE -> given("p.policy_type");
      case RESULT_TYPE -> given("f.result_type");
      case DAY -> "f.day::text";
    };
  }

  /** Cut, as it is going to stand in addresses. */
  private static String given(String text) {
    return "coalesce(nullif(left(btrim(%s), 255), ''), '%s')"
        .formatted(text, FailureQuestion.NOT_GIVEN);
  }

  private static String[] array(List<FailureKind> kinds, Function<FailureKind, String> part) {
    return kinds.stream().map(part).toArray(String[]::new);
  }

  private static KindSlice kind(ResultSet row) throws SQLException {
    return new KindSlice(
        new FailureKind(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            List.of((String[]) row.getArray(4).getArray())),
        row.getLong(5),
        day(row, 6),
        day(row, 7));
  }

  private static LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
