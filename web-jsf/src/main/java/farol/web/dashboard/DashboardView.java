package farol.web.dashboard;

import farol.domain.diagnosis.ProblemService;
import farol.domain.diagnosis.ProblemSummary;
import farol.domain.monitored.DomainCounts;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.posture.PostureService;
import farol.domain.report.ReportArchive;
import farol.domain.shared.DayRange;
import farol.domain.shared.DomainName;
import farol.domain.trend.Day;
import farol.domain.trend.Overview;
import farol.domain.trend.ReporterDay;
import farol.domain.trend.TrendService;
import farol.web.failures.FailureAddress;
import farol.web.failures.ProblemRow;
import farol.web.failures.Verdict;
import farol.web.kit.DayFlag;
import farol.web.kit.Freshness;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first page: is anything broken right now? */
@Named("dashboard")
@RequestScoped
public class DashboardView {
  private static final int MOST_PROBLEMS = 5;
  private static final int MOST_DOMAINS = 25;

  @Inject MonitoredDomainService domains;
  @Inject TrendService trends;
  @Inject ProblemService openProblems;
  @Inject ReportArchive reports;
  @Inject PostureService postures;
  @Inject Glances glances;
  @Inject Freshness freshness;
  @Inject SignedIn signedIn;
  @Inject Selection selection;
  @Inject Texts texts;
  @Inject Clock clock;

  private @Nullable Range range;
  private @Nullable Verdict verdict;
  private @Nullable SessionChart chart;
  private @Nullable Heartbeat heartbeat;
  private @Nullable ProblemSummary open;
  private List<Card> cards = List.of();
  private List<DomainRow> rows = List.of();
  private List<ProblemRow> problems = List.of();
  private String otherProblems = "";
  private String otherDomains = "";
  private String allFailures = "";

  /** Reads everything that the page shows. */
  public void load() {
    long account = signedIn.accountId();
    Instant now = clock.instant();
    freshness.look();
    range = selection.range("");
    DayRange lately = Range.lately(clock);
    DayRange days = range.upToToday(clock);
    DomainCounts counts = domains.counts(account);
    open = openProblems.summaryOfAccount(account);
    List<ReporterDay> reporterDays = trends.reporterDaysOfAccount(account, lately);
    Overview overview = trends.overview(account, days);
    verdict =
        Verdict.of(new Verdict.Evidence(counts, open, reports.lastReceived(account)), now, texts);
    cards = new Cards(texts).of(overview, open, counts, reporterDays, lately.last());
    chart =
        new SessionChartBuilder(
                day -> FailureAddress.ofDays(Map.of(), new DayRange(day, day)).href(), texts)
            .build(
                overview.days(),
                overview.failures(),
                DayFlag.of(postures.changesOfAccount(account, days), days, texts),
                selection.isFailuresOnly());
    loadRows(account, days, lately, open);
    otherDomains = texts.format("matrix.others", counts.all() - rows.size());
    problems =
        openProblems.ofAccount(account, MOST_PROBLEMS).stream()
            .map(problem -> ProblemRow.of(problem, lately, texts))
            .toList();
    otherProblems = texts.format("problem.others", open.total() - problems.size());
    allFailures = FailureAddress.ofDays(Map.of(), lately).href();
    heartbeat = Heartbeat.of(reporterDays, lately, texts);
  }

  private void loadRows(long account, DayRange days, DayRange lately, ProblemSummary found) {
    List<MonitoredDomain> shown = domains.some(account, worst(found), MOST_DOMAINS);
    List<Long> keys =
        shown.stream().filter(MonitoredDomain::isVerified).map(MonitoredDomain::id).toList();
    DayRange longer = days.length() > lately.length() ? days : lately; // both end today
    Map<Long, List<Day>> known = trends.daysByDomain(keys, longer);
    rows =
        new DomainRows(
                texts,
                clock.instant(),
                reports.latest(keys),
                since(days.first(), known),
                since(lately.first(), known),
                found,
                glances.of(shown))
            .of(shown);
  }

  /** The days from one on; a domain without any report in these is left out. */
  private static Map<Long, List<Day>> since(LocalDate first, Map<Long, List<Day>> known) {
    Map<Long, List<Day>> later = new HashMap<>();
    known.forEach(
        (domain, all) -> {
          List<Day> days = all.stream().filter(day -> !day.day().isBefore(first)).toList();
          if (days.stream().anyMatch(day -> day.reports() > 0)) {
            later.put(domain, days);
          }
        });
    return later;
  }

  /** The domains that have the worst problems. */
  private static List<DomainName> worst(ProblemSummary found) {
    return found.broken().keySet().stream().limit(MOST_DOMAINS).map(DomainName::parse).toList();
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

  /** Whether the account has no domain yet. */
  public boolean isWelcoming() {
    return rows.isEmpty();
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

  /** How many domains there are beside the rows, in words; empty where there are none. */
  public String getOtherDomains() {
    return otherDomains;
  }

  /** An address of the failures that problems are found by. */
  public String getAllFailures() {
    return allFailures;
  }

  /** What is open, in numbers. */
  public @Nullable ProblemSummary getOpen() {
    return open;
  }

  public @Nullable Heartbeat getHeartbeat() {
    return heartbeat;
  }
}
