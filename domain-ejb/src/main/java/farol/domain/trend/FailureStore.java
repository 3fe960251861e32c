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
import org.jspecify.annotations.Nullable;

/**
 * Questions about what failures go together, to the roll-up that tells; only to the failure rows
 * themselves, found by domain and day, where sending addresses matter: roll-ups have but the
 * hundred most failed of a domain's day, and not what goes with them.
 */
@Dependent
class FailureStore {
  private static final int MOST_KINDS = 20_000;

  /** No domain has as many sessions; who invents them must not keep the others from being seen. */
  private static final String FAILED = "least(sum(f.failed), 1e15)::bigint";

  /** Of a failure row, as all roll-ups have it, so that breakdowns lead to what they count. */
  static final String RESULT_TYPE =
      "left(translate(coalesce(f.result_type, ''), E'\\t', ' '), 100)";

  /** Likewise, of its policy. */
  static final String POLICY_TYPE = "left(translate(p.policy_type, E'\\t', ' '), 100)";

  /** Likewise. */
  static final String REASON_CODE =
      """
      case when f.result_type in ('validation-failure', 'sts-policy-invalid')
          then left(translate(coalesce(f.failure_reason_code, ''), E'\\t', ' '), 200) else '' end\
      """;

  private static final String OF_ROLLUPS =
      """
      from monitored_domain d
      join rollup_failure f on f.domain_id = d.id
      where d.account_id = ? and d.state = 'VERIFIED' and f.day between ? and ?
      """;

  private static final String OF_ROWS =
      """
      from monitored_domain d
      join (
        select f.domain_id, f.day, left(r.organization, 255) as organization,
          coalesce(left(lower(f.receiving_mx_hostname), 255), '') as mx_host, f.sending_mta_ip,
          %s as result_type, %s as reason_code, %s as policy_type, array_to_string(p.policy_string, E'\\n') as mode, f.failed
        from failure_detail f
        join report r on r.id = f.report_id
        join report_policy p on p.report_id = f.report_id and p.policy_no = f.policy_no and p.received_on = f.received_on
        where f.counted) f on f.domain_id = d.id
      where d.account_id = ? and d.state = 'VERIFIED' and f.day between ? and ?
      """
          .formatted(RESULT_TYPE, REASON_CODE, POLICY_TYPE);

  @Inject Sql sql;

  /** The most failed first; at most 20,000. */
  List<KindSlice> kinds(FailureQuestion question) {
    Part failures = failures(question, null);
    return sql.list(
        """
        select f.result_type, f.reason_code, f.policy_type, f.mode, %s, min(f.day), max(f.day)
        %s group by 1, 2, 3, 4 order by 5 desc, 1, 2, 3, 4 limit ?
        """
            .formatted(FAILED, failures.text()),
        FailureStore::kind,
        failures.with(MOST_KINDS));
  }

  FailurePage page(FailureQuestion question, FailureBy by, int page, int size) {
    Part failures = failures(question, by);
    return page(
        sql,
        """
        select %s, %s, min(f.day), max(f.day), count(*) over (), least(sum(sum(f.failed)) over (), 1e15)::bigint
        %s group by 1 order by %s limit ? offset ?
        """
            .formatted(key(by), FAILED, failures.text(), order(by)),
        failures.with(size, (long) page * size));
  }

  /** Reads slices from a query for value, failed, first and last day, and totals of both. */
  static FailurePage page(Sql sql, String query, Object... values) {
    record Row(FailureSlice slice, long total, long failed) {}
    List<Row> found =
        sql.list(
            query,
            row ->
                new Row(
                    new FailureSlice(row.getString(1), row.getLong(2), day(row, 3), day(row, 4)),
                    row.getLong(5),
                    row.getLong(6)),
            values);
    return found.isEmpty()
        ? new FailurePage(List.of(), 0, 0)
        : new FailurePage(
            found.stream().map(Row::slice).toList(), found.get(0).total(), found.get(0).failed());
  }

  /** Of the columns of such a query. */
  static String order(FailureBy by) {
    return by == FailureBy.DAY ? "1 desc" : "2 desc, 1";
  }

  /** Part of a statement, with the values of its question marks. */
  private record Part(String text, List<Object> values) {
    Object[] with(Object... more) {
      List<Object> all = new ArrayList<>(values);
      all.addAll(List.of(more));
      return all.toArray();
    }
  }

  /**
   * What is asked for: all of a statement from {@code from} to {@code where}.
   *
   * @param by null for kinds
   */
  private static Part failures(FailureQuestion question, @Nullable FailureBy by) {
    boolean isAddressed =
        by == FailureBy.SENDING_ADDRESS || question.only().containsKey(FailureBy.SENDING_ADDRESS);
    StringBuilder text = new StringBuilder(isAddressed ? OF_ROWS : OF_ROLLUPS);
    List<Object> values = new ArrayList<>();
    values.add(question.accountId());
    values.add(question.range().first());
    values.add(question.range().last());
    question
        .only()
        .forEach(
            (narrowed, value) -> {
              text.append(" and ").append(key(narrowed)).append(" = ?");
              values.add(value);
            });
    List<FailureKind> kinds = question.kinds();
    if (kinds != null) {
      text.append(" and (f.result_type, f.reason_code) in (select * from unnest(?, ?))");
      values.add(array(kinds, FailureKind::resultType));
      values.add(array(kinds, FailureKind::reasonCode));
    }
    return new Part(text.toString(), values);
  }

  private static String key(FailureBy by) {
    return switch (by) {
      case MX -> given("f.mx_host");
      case REPORTER -> given("f.organization");
      case SENDING_ADDRESS -> given("f.sending_mta_ip");
      case DOMAIN -> "d.name";
      case POLICY_TYPE -> given("f.policy_type");
      case RESULT_TYPE -> given("f.result_type");
      case DAY -> "f.day::text";
    };
  }

  /** Cut, as it is going to stand in addresses. */
  static String given(String text) {
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
            row.getString(4).lines().toList()),
        row.getLong(5),
        day(row, 6),
        day(row, 7));
  }

  private static LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
