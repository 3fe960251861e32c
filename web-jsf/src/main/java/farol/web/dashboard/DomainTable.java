package farol.web.dashboard;

import farol.domain.diagnosis.ProblemService;
import farol.domain.diagnosis.ProblemSummary;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.posture.Glance;
import farol.domain.report.LatestReport;
import farol.domain.report.ReportArchive;
import farol.domain.report.SessionCounts;
import farol.domain.trend.DomainTotals;
import farol.domain.trend.TrendService;
import farol.web.export.Column;
import farol.web.export.Table;
import farol.web.export.TableSource;
import farol.web.kit.Selection;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The account's domains: what was reported of each, and what it publishes. */
@RequestScoped
public class DomainTable implements TableSource {
  private static final List<Column<Row>> COLUMNS =
      List.of(
          new Column<>("name", row -> row.domain.name()),
          new Column<>("unicodeName", row -> row.domain.name().unicode()),
          new Column<>("state", row -> code(row.domain.state())),
          new Column<>("createdAt", row -> row.domain.createdAt()),
          new Column<>("verdict", row -> row.standing.code()),
          new Column<>("successful", row -> row.sessions.successful()),
          new Column<>("failed", row -> row.sessions.failed()),
          new Column<>("tlsRpt", seen(glance -> code(glance.reporting()))),
          new Column<>("mtaSts", seen(glance -> code(glance.mtaSts()))),
          new Column<>("dane", seen(glance -> code(glance.dane()))),
          new Column<>("mxHosts", seen(Glance::hosts)),
          new Column<>("mxHostsWithDane", seen(Glance::withDane)),
          new Column<>("mxHostsCovered", seen(Glance::covered)),
          new Column<>("certificateExpiry", seen(Glance::expiry)),
          new Column<>("lastReport", row -> row.last == null ? null : row.last.receivedAt()));

  @Inject MonitoredDomainService domains;
  @Inject TrendService trends;
  @Inject ProblemService problems;
  @Inject ReportArchive reports;
  @Inject Glances glances;
  @Inject SignedIn signedIn;
  @Inject Selection selection;
  @Inject Clock clock;

  private record Row(
      MonitoredDomain domain,
      SessionCounts sessions,
      @Nullable LatestReport last,
      Standing standing,
      @Nullable Glance glance) {}

  @Override
  public String name() {
    return "domains";
  }

  @Override
  public Optional<Table<Row>> find(HttpServletRequest request) {
    return Optional.of(new Table<>("domains", COLUMNS, rows().stream()));
  }

  private List<Row> rows() {
    long account = signedIn.accountId();
    Instant now = clock.instant();
    List<MonitoredDomain> all = domains.list(account);
    ProblemSummary open = problems.summaryOfAccount(account);
    Map<Long, LatestReport> latest =
        reports.latest(account).stream()
            .collect(Collectors.toMap(LatestReport::domainId, Function.identity()));
    Map<Long, SessionCounts> sessions =
        trends.totals(account, selection.range("").upToToday(clock)).stream()
            .collect(Collectors.toMap(DomainTotals::domainId, DomainTotals::sessions));
    Map<Long, Glance> seen = glances.ofAccount(account, all);
    return all.stream()
        .map(
            domain ->
                new Row(
                    domain,
                    sessions.getOrDefault(domain.id(), SessionCounts.NONE),
                    latest.get(domain.id()),
                    Standing.of(domain, latest.get(domain.id()), open, now),
                    seen.get(domain.id())))
        .toList();
  }

  /** Of domains that were never looked at, nothing is known. */
  private static Function<Row, @Nullable Object> seen(Function<Glance, @Nullable Object> value) {
    return row -> row.glance == null ? null : value.apply(row.glance);
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
