package farol.web.domains;

import farol.domain.diagnosis.ProblemService;
import farol.domain.diagnosis.ProblemSummary;
import farol.domain.monitored.DomainCounts;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.report.LatestReport;
import farol.domain.report.ReportArchive;
import farol.domain.shared.DayRange;
import farol.domain.trend.Summary;
import farol.domain.trend.TrendService;
import farol.web.failures.FailureTables;
import farol.web.failures.Verdict;
import farol.web.kit.Freshness;
import farol.web.kit.Range;
import farol.web.kit.Selection;
import farol.web.kit.Texts;
import farol.web.print.PrintedDocument;
import farol.web.print.PrintedDocument.Section;
import farol.web.print.PrintedDocument.Tone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together what is printed of a domain and some days: what its pages say, in their words. */
@RequestScoped
public class DomainPrint {
  @Inject DomainLooks looks;
  @Inject TrendService trends;
  @Inject ProblemService openProblems;
  @Inject ReportArchive reports;
  @Inject FailureTables failures;
  @Inject Freshness freshness;
  @Inject Selection selection;
  @Inject Texts texts;
  @Inject Clock clock;

  /** Empty where the name is none, not this account's, or of a domain that is not proven. */
  Optional<PrintedDocument> find(@Nullable String name) {
    return looks.find(name).filter(shown -> shown.domain().isVerified()).map(this::document);
  }

  private PrintedDocument document(ShownPosture shown) {
    MonitoredDomain domain = shown.domain();
    Instant now = clock.instant();
    freshness.look();
    Range range = selection.range("");
    Summary summary = trends.summary(domain.id(), range.upToToday(clock));
    ProblemSummary open = openProblems.summaryOfDomain(domain.id());
    Verdict verdict =
        Verdict.of(
            new Verdict.Evidence(new DomainCounts(1, 1), open, lastReport(domain)), now, texts);
    DayRange days = summary.range();
    return new PrintedDocument(
        texts.locale(),
        heading(domain),
        texts.format(
            "print.period", texts.day(days.first()), texts.day(days.last()), days.length()),
        Tone.of(verdict.tone()),
        verdict.sentence(),
        sections(shown, summary, open, range.days(), now),
        asOf(now),
        number -> texts.format("print.page", number));
  }

  private List<Section> sections(
      ShownPosture shown, Summary summary, ProblemSummary open, int days, Instant now) {
    String name = shown.domain().name().value();
    PrintedSessions sessions = new PrintedSessions(texts);
    List<Section> sections = new ArrayList<>();
    sections.add(sessions.totals(summary, reports.unproven(shown.domain().id(), summary.range())));
    sections.add(
        sessions.problems(
            openProblems.ofDomain(shown.domain().id()), open.isClear(), Range.lately(clock)));
    sections.add(sessions.causes(failures.ofDomain(name)));
    sections.add(sessions.reporters(Breakdowns.of(name, days, summary, texts).reporters()));
    sections.addAll(new PrintedPosture(shown, now, texts).sections());
    return sections;
  }

  private String asOf(Instant now) {
    String asOf = texts.format("print.as-of", texts.instant(now));
    return freshness.isCurrent() ? asOf : asOf + " · " + texts.get("as-of.pending");
  }

  private Optional<Instant> lastReport(MonitoredDomain domain) {
    return reports.latest(List.of(domain.id())).stream().map(LatestReport::receivedAt).findFirst();
  }

  private static String heading(MonitoredDomain domain) {
    String name = domain.name().value();
    String unicode = domain.name().unicode();
    return unicode.equals(name) ? name : name + " (" + unicode + ")";
  }
}
