package farol.web.dashboard;

import farol.domain.shared.DayRange;
import farol.domain.trend.ReporterDay;
import farol.web.kit.Texts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who reported on which day: reporters that fall silent are easily overlooked.
 *
 * @param days the columns, oldest first
 * @param rows the reporters with the most days first
 * @param others how many reporters there are beside these, in a sentence; empty where there are
 *     none
 */
public record Heartbeat(List<String> days, List<Row> rows, String others) {
  private static final int MOST_ROWS = 12;

  /** A reporter and its days. */
  public record Row(String reporter, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What a reporter said for one day.
   *
   * @param kind {@code clean}, {@code failures} or {@code nothing}, as in the style sheet
   */
  public record Cell(String kind, String text) {}

  public Heartbeat {
    days = List.copyOf(days);
    rows = List.copyOf(rows);
  }

  static Heartbeat of(List<ReporterDay> reporterDays, DayRange range, Texts texts) {
    Map<String, List<ReporterDay>> byReporter =
        reporterDays.stream().collect(Collectors.groupingBy(ReporterDay::organization));
    List<Row> rows =
        byReporter.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, List<ReporterDay>>>comparingInt(
                        entry -> -entry.getValue().size())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_ROWS)
            .map(entry -> row(entry.getKey(), entry.getValue(), range, texts))
            .toList();
    int others = byReporter.size() - rows.size();
    return new Heartbeat(
        range.days().map(texts::shortDay).toList(),
        rows,
        others == 0 ? "" : texts.format("heartbeat.others", others));
  }

  private static Row row(String reporter, List<ReporterDay> reported, DayRange range, Texts texts) {
    Map<LocalDate, List<ReporterDay>> byDay =
        reported.stream().collect(Collectors.groupingBy(ReporterDay::day));
    return new Row(
        reporter.isBlank() ? texts.get("heartbeat.unnamed") : reporter,
        range.days().map(day -> cell(day, byDay.getOrDefault(day, List.of()), texts)).toList());
  }

  private static Cell cell(LocalDate day, List<ReporterDay> reported, Texts texts) {
    if (reported.isEmpty()) {
      return new Cell("nothing", texts.format("heartbeat.nothing", texts.shortDay(day)));
    }
    long failed = reported.stream().mapToLong(each -> each.sessions().failed()).sum();
    return failed == 0
        ? new Cell("clean", texts.format("heartbeat.clean", texts.shortDay(day)))
        : new Cell("failures", texts.format("heartbeat.failures", texts.shortDay(day), failed));
  }
}
