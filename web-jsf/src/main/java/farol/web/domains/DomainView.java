package farol.web.domains;

import farol.domain.diagnosis.ProblemService;
import farol.domain.diagnosis.ProblemSummary;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.posture.PostureService;
import farol.domain.report.ReportArchive;
import farol.domain.shared.DayRange;
import farol.domain.trend.Summary;
import farol.domain.trend.TrendService;
import farol.web.failures.FailureAddress;
import farol.web.failures.FailureTopic;
import farol.web.failures.ProblemRow;
import farol.web.kit.DayFlag;
import farol.web.kit.Freshness;
import farol.web.kit.Outcome;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was reported of one domain; while nothing has been, how to get there. */
@Named("domain")
@RequestScoped
public class DomainView {
  @Inject OwnDomain own;
  @Inject SetupView setup;
  @Inject TrendService trends;
  @Inject ProblemService openProblems;
  @Inject ReportArchive reports;
  @Inject PostureService postures;
  @Inject Freshness freshness;
  @Inject SignedIn signedIn;
  @Inject Selection selection;
  @Inject Texts texts;
  @Inject Clock clock;

  private @Nullable String name;
  private @Nullable DomainHead head;
  private @Nullable Range range;
  private @Nullable SessionChart chart;
  private @Nullable Breakdowns breakdowns;
  private @Nullable ProblemSummary open;
  private List<ProblemRow> problems = List.of();
  private String unproven = "";
  private boolean reported;
  private boolean silent;
  private boolean printable;

  /** Reads everything that the page shows, or ends the request if the domain is not ours. */
  public void load() {
    own.find(name).ifPresentOrElse(this::load, Outcome::notFound);
  }

  private void load(MonitoredDomain domain) {
    head = DomainHead.of(domain, texts);
    reported = reports.hasAny(domain.id());
    printable = domain.isVerified();
    if (reported) {
      loadReports(domain, head.query() + "&");
    } else {
      setup.show(domain);
    }
  }

  private void loadReports(MonitoredDomain domain, String query) {
    freshness.look();
    range = selection.range(query);
    DayRange lately = Range.lately(clock);
    Summary summary = trends.summary(domain.id(), range.upToToday(clock));
    silent = summary.reports() == 0;
    unproven = UnprovenReports.sentence(reports.unproven(domain.id(), summary.range()), texts);
    breakdowns = Breakdowns.of(domain.name().value(), range.days(), summary, texts);
    chart =
        new SessionChartBuilder(
                day ->
                    FailureAddress.ofDays(
                            Map.of(FailureTopic.DOMAIN, domain.name().value()),
                            new DayRange(day, day))
                        .href(),
                texts)
            .build(
                summary.days(),
                trends.failures(domain.id(), summary.range()),
                DayFlag.of(
                    postures.changesOfDomain(signedIn.accountId(), domain.name(), summary.range()),
                    summary.range(),
                    texts),
                selection.isFailuresOnly());
    open = openProblems.summaryOfDomain(domain.id());
    problems =
        openProblems.ofDomain(domain.id()).stream()
            .map(problem -> ProblemRow.of(problem, lately, texts))
            .toList();
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable DomainHead getHead() {
    return head;
  }

  public @Nullable Range getRange() {
    return range;
  }

  public @Nullable SessionChart getChart() {
    return chart;
  }

  public @Nullable Breakdowns getBreakdowns() {
    return breakdowns;
  }

  /** What is open, in numbers. */
  public @Nullable ProblemSummary getOpen() {
    return open;
  }

  public List<ProblemRow> getProblems() {
    return problems;
  }

  /** How many reports of these days nobody has proven; empty where there is none. */
  public String getUnproven() {
    return unproven;
  }

  /** Whether any report has ever come. */
  public boolean isReported() {
    return reported;
  }

  /** Whether there is a report to print: of proven domains only. */
  public boolean isPrintable() {
    return printable;
  }

  /** Whether none stands for the days shown. */
  public boolean isSilent() {
    return silent;
  }
}
