package farol.domain.report;

import farol.domain.shared.DayRange;
import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stored reports, for reading. Reports of domains that are not verified do not exist here. */
@Dependent
class ReportStore {
  private static final String HEAD =
      """
      select r.id, r.organization, r.report_id, r.window_start, r.window_end, r.received_at, r.successful, r.failed,
        r.warnings, r.conflicting, r.contact, d.name,
        r.way, r.grade, r.signer, r.key_for_reports, r.grade_detail, r.origin_source, r.import_id
      from report r join monitored_domain d on d.id = r.domain_id and d.state = 'VERIFIED'
      """;

  private static final String OF_DAYS = "where r.domain_id = ? and r.day between ? and ? ";
  private static final String WITH_FAILURES = "and r.failed > 0 ";
  private static final String UNPROVEN = "and r.grade <> 'ALIGNED' ";
  private static final String OF_REPORTER = "and strpos(lower(r.organization), lower(?)) > 0 ";

  private static final String LATEST =
      """
      select d.id, l.id, l.organization, l.received_at
      from monitored_domain d
      cross join lateral (
        select r.id, r.organization, r.received_at from report r where r.domain_id = d.id
        order by r.day desc, r.id desc limit 1) l
      """;

  @Inject Sql sql;

  List<ReportHead> list(long domainId, ReportSearch search, long offset, int most) {
    String direction = search.order().isDescending() ? " desc" : "";
    return sql.list(
        HEAD
            + where(search)
            + "order by "
            + column(search.order().key())
            + direction
            + ", r.id desc offset ? limit ?",
        ReportStore::head,
        values(domainId, search, offset, most));
  }

  private static String column(ReportKey key) {
    return switch (key) {
      case DAY -> "r.day";
      case REPORTER -> "lower(r.organization)";
      case SUCCESSFUL -> "r.successful";
      case FAILED -> "r.failed";
      case RECEIVED -> "r.received_at";
    };
  }

  /** Those after one of them, by their days; after none, which is null, all. */
  List<ReportHead> after(long domainId, ReportSearch search, @Nullable ReportHead last, int most) {
    return sql.list(
        HEAD + where(search) + "and (r.day, r.id) < (?, ?) order by r.day desc, r.id desc limit ?",
        ReportStore::head,
        values(
            domainId,
            search,
            last == null ? search.days().last().plusDays(1) : last.window().day(),
            last == null ? 0 : last.id(),
            most));
  }

  long count(long domainId, ReportSearch search) {
    return sql.find(
            "select count(*) from report r join monitored_domain d on d.id = r.domain_id and d.state = 'VERIFIED' "
                + where(search),
            row -> row.getLong(1),
            values(domainId, search))
        .orElseThrow();
  }

  /** Asks of each row no more than has to be: without a filter, an index knows all of it. */
  private static String where(ReportSearch search) {
    return OF_DAYS
        + (search.failuresOnly() ? WITH_FAILURES : "")
        + thatCame(search.origins())
        + (search.reporter().isEmpty() ? "" : OF_REPORTER);
  }

  private static String thatCame(OriginFilter origins) {
    return switch (origins) {
      case ANY -> "";
      case POSTED -> "and r.way is null ";
      case MAIL -> "and r.way = 'MAIL' ";
      case IMPORTED -> "and r.way = 'IMPORT' ";
      case UNPROVEN -> UNPROVEN;
    };
  }

  /** How many of a domain's reports of some days are unproven. */
  UnprovenShare unproven(long domainId, DayRange days) {
    return sql.find(
            "select (select count(*) from report r "
                + OF_DAYS
                + UNPROVEN
                + "), (select count(*) from report r "
                + OF_DAYS
                + ")",
            row -> new UnprovenShare(row.getLong(1), row.getLong(2)),
            domainId,
            days.first(),
            days.last(),
            domainId,
            days.first(),
            days.last())
        .orElseThrow();
  }

  /** For the question marks of {@link #where}, and more behind. */
  private static Object[] values(long domainId, ReportSearch search, Object... more) {
    List<Object> values = new ArrayList<>();
    values.add(domainId);
    values.add(search.days().first());
    values.add(search.days().last());
    if (!search.reporter().isEmpty()) {
      values.add(search.reporter());
    }
    values.addAll(List.of(more));
    return values.toArray();
  }

  List<LatestReport> latest(long accountId) {
    return sql.list(
        LATEST + "where d.account_id = ? and d.state = 'VERIFIED'", ReportStore::latest, accountId);
  }

  private static LatestReport latest(ResultSet row) throws SQLException {
    return new LatestReport(
        row.getLong(1), row.getLong(2), row.getString(3), instant(row, "received_at"));
  }

  List<LatestReport> latest(Collection<Long> domainIds) {
    return sql.list(
        LATEST + "where d.id = any (?) and d.state = 'VERIFIED'",
        ReportStore::latest,
        (Object) domainIds.toArray(Long[]::new));
  }

  /** When the last report came in for any of them. */
  Optional<Instant> lastReceived(long accountId) {
    return sql.find(
            "select max(received_at) from ("
                + LATEST
                + "where d.account_id = ? and d.state = 'VERIFIED') latest",
            row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)),
            accountId)
        .orElseThrow()
        .map(OffsetDateTime::toInstant);
  }

  boolean hasAny(long domainId) {
    return sql.find(
            """
            select 1 from report r join monitored_domain d on d.id = r.domain_id and d.state = 'VERIFIED'
            where r.domain_id = ? limit 1
            """,
            row -> true,
            domainId)
        .isPresent();
  }

  boolean isOf(long accountId, long id) {
    return sql.find(HEAD + "where r.id = ? and d.account_id = ?", row -> true, id, accountId)
        .isPresent();
  }

  Optional<StoredReport> find(long accountId, long id) {
    return sql.find(
        HEAD + "where r.id = ? and d.account_id = ?", row -> stored(row), id, accountId);
  }

  Optional<RawReport> findRaw(long accountId, long id) {
    return sql.find(
        """
        select w.body, w.content_type, w.content_encoding
        from report_raw w join report r on r.id = w.report_id
        join monitored_domain d on d.id = r.domain_id and d.state = 'VERIFIED'
        where r.id = ? and d.account_id = ?
        """,
        row -> new RawReport(row.getBytes(1), row.getString(2), row.getString(3)),
        id,
        accountId);
  }

  private StoredReport stored(ResultSet row) throws SQLException {
    ReportHead head = head(row);
    List<AttributedPolicy> policies = policies(head.id());
    Report report =
        new Report(
            head.organization(),
            row.getString("contact"),
            head.reportId(),
            head.window(),
            policies.stream().map(AttributedPolicy::policy).toList());
    return new StoredReport(head, row.getString("name"), report, policies);
  }

  private List<AttributedPolicy> policies(long reportId) {
    Map<Integer, List<NumberedFailure>> failures =
        failures(reportId).stream().collect(Collectors.groupingBy(NumberedFailure::policy));
    return sql.list(
        """
        select policy_no, attribution, policy_type, policy_domain, policy_string, mx_hosts, successful, failed
        from report_policy where report_id = ? order by policy_no
        """,
        row ->
            new AttributedPolicy(
                new ReportedPolicy(
                    new PolicyType(row.getString(3)),
                    texts(row, 5),
                    row.getString(4),
                    texts(row, 6),
                    new SessionCounts(row.getLong(7), row.getLong(8)),
                    failures.getOrDefault(row.getInt(1), List.of()).stream()
                        .map(NumberedFailure::detail)
                        .toList()),
                Attribution.valueOf(row.getString(2))),
        reportId);
  }

  private List<NumberedFailure> failures(long reportId) {
    return sql.list(
        """
        select f.policy_no, f.result_type, f.sending_mta_ip, f.receiving_mx_hostname, f.receiving_mx_helo,
          f.receiving_ip, f.failed, f.additional_information, f.failure_reason_code
        from report r join failure_detail f on f.domain_id = r.domain_id and f.day = r.day and f.report_id = r.id
        where r.id = ?
        """,
        row ->
            new NumberedFailure(
                row.getInt(1),
                new FailureDetail(
                    resultType(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getLong(7),
                    row.getString(8),
                    row.getString(9))),
        reportId);
  }

  private record NumberedFailure(int policy, FailureDetail detail) {}

  private static ReportHead head(ResultSet row) throws SQLException {
    return new ReportHead(
        row.getLong("id"),
        row.getString("organization"),
        row.getString("report_id"),
        new ReportWindow(instant(row, "window_start"), instant(row, "window_end")),
        instant(row, "received_at"),
        new SessionCounts(row.getLong("successful"), row.getLong("failed")),
        List.of((String[]) row.getArray("warnings").getArray()),
        row.getBoolean("conflicting"),
        origin(row));
  }

  private static Origin origin(ResultSet row) throws SQLException {
    String way = row.getString("way");
    if (way == null) {
      return Origin.HTTPS;
    }
    String grade = row.getString("grade");
    return new Origin(
        Way.valueOf(way),
        grade == null ? null : DkimGrade.valueOf(grade),
        row.getString("signer"),
        row.getBoolean("key_for_reports"),
        row.getString("grade_detail"),
        row.getString("origin_source"),
        row.getObject("import_id", Long.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static List<String> texts(ResultSet row, int column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static @Nullable ResultType resultType(@Nullable String value) {
    return value == null ? null : new ResultType(value);
  }
}
