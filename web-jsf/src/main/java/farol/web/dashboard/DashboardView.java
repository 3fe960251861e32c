package farol.web.dashboard;

import farol.domain.diagnosis.OpenProblems;
import farol.domain.diagnosis.Problem;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.posture.PostureService;
import farol.domain.report.LatestReport;
import farol.domain.report.ReportArchive;
import farol.domain.shared.DayRange;
import farol.domain.trend.Overview;
import farol.domain.trend.ReporterDay;
import farol.domain.trend.TrendService;
import farol.web.failures.FailureAddress;
import farol.web.failures.ProblemRow;
import farol.web.failures.Verdict;
import farol.web.kit.DayFlag;
import farol.web.kit.Range;
import farol.web.kit.Selection;
import farol.web.kit.SessionChart;
import farol.web.kit.SessionChartBuilder;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first page: is anything broken right now? */
@Named("dashboard")
@RequestScoped
public class DashboardView {
  private static final int MOST_PROBLEMS = 5;

  @Inject MonitoredDomainService domains;
  @Inject TrendService trends;
  @Inject ReportArchive reports;
  @Inject PostureService postures;
  @Inject Glances glances;
  @Inject SignedIn signedIn;
  @Inject Selection selection;
  @Inject Texts texts;
  @Inject Clock clock;

  private @Nullable Range range;
  private @Nullable Verdict verdict;
  private @Nullable SessionChart chart;
  private @Nullable Heartbeat heartbeat;
  private @Nullable Instant asOf;
  private List<Card> cards = List.of();
  private List<DomainRow> rows = List.of();
  private List<ProblemRow> problems = List.of();
  private String otherProblems = "";
  private String allFailures = "";
  private boolean current;

  /** Reads everything that the page shows. */
  public void load() {
    long account = signedIn.accountId();
    Instant now = clock.instant();
    asOf = now;
    range = selection.range("");
    DayRange lately = Range.lately(clock);
    List<MonitoredDomain> all = domains.list(account);
    List<LatestReport> latest = reports.latest(account);
    List<ReporterDay> reporterDays = trends.reporterDays(account, lately);
    List<Problem> open = OpenProblems.in(trends.failureGroups(account, lately), reporterDays);
    DayRange days = range.upToToday(clock);
    Overview overview = trends.overview(account, days);
    int verified = overview.domains().size();
    current = trends.isCurrent(account);
    verdict =
        Verdict.of(
            new Verdict.Evidence(
                all.size(),
                verified,
                open,
                latest.stream().map(LatestReport::receivedAt).max(Instant::compareTo)),
            now,
            texts);
    cards = new Cards(texts).of(overview, open, all.size() - verified, reporterDays, lately.last());
    chart =
        new SessionChartBuilder(
                day -> FailureAddress.ofDays(Map.of(), new DayRange(day, day)).href(), texts)
            .build(
                overview.days(),
                overview.failures(),
                DayFlag.of(postures.changesOfAccount(account, days), days, texts),
                selection.isFailuresOnly());
    rows =
        new DomainRows(
                texts,
                now,
                latest,
                trends.daysByDomain(account, lately),
                open,
                glances.of(account, all))
            .of(all, overview);
    problems =
        open.stream()
            .limit(MOST_PROBLEMS)
            .map(problem -> ProblemRow.of(problem, lately, texts))
            .toList();
    otherProblems = texts.format("problem.others", open.size() - problems.size());
    allFailures = FailureAddress.ofDays(Map.of(), lately).href();
    heartbeat = Heartbeat.of(reporterDays, lately, texts);
  }

  public @Nullable Range getRange() {
    return range;
  }

  public @Nullable Verdict getVerdict() {
    return verdict;
  }

  public List<Card> getCards() {
    return cards;
  }

  public @Nullable SessionChart getChart() {
    return chart;
  }

  public List<DomainRow> getRows() {
    return rows;
  }

  public List<ProblemRow> getProblems() {
    return problems;
  }

  /** How many more there are, in words; empty where there are none. */
  public String getOtherProblems() {
    return otherProblems;
  }

  /** An address of the failures that problems are found by. */
  public String getAllFailures() {
    return allFailures;
  }

  public @Nullable Heartbeat getHeartbeat() {
    return heartbeat;
  }

  public @Nullable Instant getAsOf() {
    return asOf;
  }

  public boolean isCurrent() {
    return current;
  }
}
