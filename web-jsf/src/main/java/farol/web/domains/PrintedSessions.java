package farol.web.domains;

import farol.domain.diagnosis.Problem;
import farol.domain.report.SessionCounts;
import farol.domain.report.UnprovenShare;
import farol.domain.shared.DayRange;
import farol.domain.trend.Day;
import farol.domain.trend.Summary;
import farol.web.failures.FailureRow;
import farol.web.failures.FailureTable;
import farol.web.failures.ProblemRow;
import farol.web.kit.Breakdown;
import farol.web.kit.CauseText;
import farol.web.kit.Texts;
import farol.web.print.PrintedDocument.Bar;
import farol.web.print.PrintedDocument.Bars;
import farol.web.print.PrintedDocument.Block;
import farol.web.print.PrintedDocument.Fact;
import farol.web.print.PrintedDocument.Facts;
import farol.web.print.PrintedDocument.Grid;
import farol.web.print.PrintedDocument.Item;
import farol.web.print.PrintedDocument.Note;
import farol.web.print.PrintedDocument.Section;
import farol.web.print.PrintedDocument.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was reported, in print. */
final class PrintedSessions {
  private final Texts texts;

  PrintedSessions(Texts texts) {
    this.texts = texts;
  }

  /** Totals and days, and what of it nobody has proven. */
  Section totals(Summary summary, UnprovenShare unproven) {
    SessionCounts counts = summary.sessions();
    long all = counts.successful() + counts.failed();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Facts(
            List.of(
                new Fact(texts.get("print.sessions"), texts.count(all)),
                new Fact(texts.get("breakdown.successful"), texts.count(counts.successful())),
                new Fact(texts.get("breakdown.failed"), texts.count(counts.failed())),
                new Fact(
                    texts.get("card.success"),
                    all == 0
                        ? texts.get("print.no-sessions")
                        : texts.share(counts.successful(), all)),
                new Fact(texts.get("breakdown.reports"), texts.count(summary.reports())))));
    if (unproven.isAny()) {
      blocks.add(new Note(UnprovenReports.sentence(unproven, texts)));
    }
    if (all > 0) {
      blocks.add(bars(summary));
      blocks.add(failedDays(summary.days()));
    }
    return new Section(texts.get("dashboard.sessions"), blocks);
  }

  private Bars bars(Summary summary) {
    long failing = summary.days().stream().filter(day -> day.sessions().failed() > 0).count();
    SessionCounts counts = summary.sessions();
    return new Bars(
        texts.format(
            "chart.summary",
            counts.successful() + counts.failed(),
            counts.failed(),
            failing,
            summary.days().size()),
        texts.get("breakdown.successful"),
        texts.get("breakdown.failed"),
        texts.shortDay(summary.range().first()),
        texts.shortDay(summary.range().last()),
        summary.days().stream()
            .map(day -> new Bar(day.sessions().successful(), day.sessions().failed()))
            .toList());
  }

  /** Days without failures stand in the bars. */
  private Block failedDays(List<Day> days) {
    List<List<String>> rows =
        days.stream()
            .filter(day -> day.sessions().failed() > 0)
            .map(
                day ->
                    List.of(
                        texts.day(day.day()),
                        texts.count(day.sessions().failed()),
                        texts.count(day.sessions().successful()),
                        texts.count(day.reports())))
            .toList();
    return rows.isEmpty() ? new Note(texts.get("print.no-failed-days")) : grid("chart.day", rows);
  }

  /** Columns after the first are those of breakdowns. */
  private Grid grid(String firstColumn, List<List<String>> rows) {
    return new Grid(
        Stream.of(firstColumn, "breakdown.failed", "breakdown.successful", "breakdown.reports")
            .map(texts::get)
            .toList(),
        rows);
  }

  /**
   * What is still open.
   *
   * @param isClear whether it is known that nothing is
   */
  Section problems(List<Problem> problems, boolean isClear, DayRange lately) {
    List<Block> blocks = new ArrayList<>();
    problems.stream()
        .map(problem -> ProblemRow.of(problem, lately, texts))
        .forEach(row -> blocks.add(problem(row)));
    if (blocks.isEmpty()) {
      blocks.add(
          new Note(texts.get(isClear ? "domain.problems.none-text" : "verdict.undiagnosed")));
    }
    return new Section(texts.get("dashboard.problems"), blocks);
  }

  private Item problem(ProblemRow row) {
    return new Item(
        Tone.of(row.tone()),
        row.isAtHost() ? row.text().title() + ": " + row.mxHost() : row.text().title(),
        row.consequence(),
        List.of(
            new Fact("", row.sentence()), new Fact(texts.get("problem.fix"), row.text().fix())));
  }

  /** What failed in the days, by cause. */
  Section causes(FailureTable table) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Note(table.sentence()));
    table.rows().forEach(row -> blocks.add(cause(row)));
    return new Section(texts.get("print.causes"), blocks);
  }

  private Item cause(FailureRow row) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("", texts.format("failures.outcome", row.failed()) + " · " + row.share()));
    FailureRow.Advice advice = row.advice();
    String tone = "information";
    if (advice != null) {
      CauseText text = advice.text();
      tone = advice.outcomes().stream().map(FailureRow.Outcome::tone).findFirst().orElse(tone);
      advice
          .outcomes()
          .forEach(outcome -> facts.add(new Fact(outcome.consequence() + ":", outcome.sessions())));
      facts.add(new Fact(texts.get("problem.why"), text.why()));
      facts.add(new Fact(texts.get("problem.confirm"), text.confirm()));
      facts.add(new Fact(texts.get("problem.fix"), text.fix()));
    }
    return new Item(Tone.of(tone), row.name(), String.join(" ", row.codes()), facts);
  }

  /** Who reported. */
  Section reporters(Breakdown reporters) {
    List<List<String>> rows =
        reporters.rows().stream()
            .map(
                row ->
                    List.of(
                        row.name(),
                        texts.count(row.failed()),
                        texts.count(row.successful()),
                        texts.count(row.reports())))
            .toList();
    return new Section(
        reporters.title(),
        rows.isEmpty()
            ? List.of(new Note(texts.get("breakdown.none")))
            : List.of(new Note(reporters.note()), grid("breakdown.reporters.column", rows)));
  }
}
