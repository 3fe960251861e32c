package farol.web.kit;

import farol.domain.diagnosis.Diagnosis;
import farol.domain.trend.Day;
import farol.domain.trend.DayFailures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Builds {@link SessionChart}s. A day's bar is as high as its sessions. The failed part is shared
 * out among the most frequent causes, those with the worst consequence first; kinds of failures may
 * overlap, so the last ones may come off short. What is left is a part of its own.
 */
public final class SessionChartBuilder {
  private static final int MOST_CAUSES = 5;

  private final Function<LocalDate, String> links;
  private final Texts texts;

  /**
   * @param links addresses of the failures of a day
   */
  public SessionChartBuilder(Function<LocalDate, String> links, Texts texts) {
    this.links = links;
    this.texts = texts;
  }

  /**
   * Builds the chart of consecutive days.
   *
   * @param days without gaps, oldest first
   * @param failures what explains the failures of these days
   * @param flags of these days
   * @param failuresOnly leaves the successes out, so that few failures among many can be seen
   */
  public SessionChart build(
      List<Day> days, List<DayFailures> failures, List<DayFlag> flags, boolean failuresOnly) {
    Map<LocalDate, Map<Diagnosis, Long>> byDay = new HashMap<>();
    Map<Diagnosis, Long> totals = new HashMap<>();
    for (DayFailures failure : failures) {
      Diagnosis diagnosis = Diagnosis.of(failure.kind());
      byDay
          .computeIfAbsent(failure.day(), day -> new HashMap<>())
          .merge(diagnosis, failure.failed(), Long::sum);
      totals.merge(diagnosis, failure.failed(), Long::sum);
    }
    List<Diagnosis> causes =
        totals.entrySet().stream()
            .sorted(
                Map.Entry.<Diagnosis, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .limit(MOST_CAUSES)
            .sorted()
            .toList();
    List<List<Long>> parts =
        days.stream()
            .map(day -> parts(day, byDay.getOrDefault(day.day(), Map.of()), causes))
            .toList();
    List<SessionChart.Series> series = series(causes, parts, failuresOnly);
    List<SessionChart.Row> rows = rows(days, series);
    return new SessionChart(
        summary(days), ChartJson.of(labels(days), series, rows, texts), series, rows, flags);
  }

  /** The failed sessions of a day by cause, what is left over, and the successes. */
  private static List<Long> parts(Day day, Map<Diagnosis, Long> failed, List<Diagnosis> causes) {
    List<Long> parts = new ArrayList<>();
    long left = day.sessions().failed();
    for (Diagnosis cause : causes) {
      long part = Math.min(left, failed.getOrDefault(cause, 0L));
      parts.add(part);
      left -= part;
    }
    parts.add(left);
    parts.add(day.sessions().successful());
    return parts;
  }

  private List<SessionChart.Series> series(
      List<Diagnosis> causes, List<List<Long>> parts, boolean failuresOnly) {
    List<SessionChart.Series> series = new ArrayList<>();
    if (!failuresOnly) {
      series.add(
          column(texts.get("chart.successful"), "--chart-success", 0, parts, causes.size() + 1));
    }
    for (int i = 0; i < causes.size(); i++) {
      series.add(
          column(label(causes.get(i)), "--chart-" + consequence(causes.get(i)), i + 1, parts, i));
    }
    SessionChart.Series rest =
        column(
            texts.get("chart.unexplained"), "--chart-other", MOST_CAUSES + 1, parts, causes.size());
    if (rest.values().stream().anyMatch(value -> value > 0)) {
      series.add(rest);
    }
    return series;
  }

  private String label(Diagnosis diagnosis) {
    return texts.format(
        "chart.cause",
        CauseText.of(diagnosis.cause(), texts).title(),
        texts.get("consequence." + consequence(diagnosis)));
  }

  private static String consequence(Diagnosis diagnosis) {
    return diagnosis.consequence().key();
  }

  private static SessionChart.Series column(
      String label, String token, int hatching, List<List<Long>> parts, int index) {
    return new SessionChart.Series(
        label, token, hatching, parts.stream().map(values -> values.get(index)).toList());
  }

  private List<SessionChart.Row> rows(List<Day> days, List<SessionChart.Series> series) {
    return IntStream.range(0, days.size())
        .mapToObj(
            index ->
                new SessionChart.Row(
                    days.get(index).day(),
                    links.apply(days.get(index).day()),
                    series.stream().map(each -> each.values().get(index)).toList()))
        .toList();
  }

  private List<String> labels(List<Day> days) {
    return days.stream().map(day -> texts.shortDay(day.day())).toList();
  }

  private String summary(List<Day> days) {
    long successful = days.stream().mapToLong(day -> day.sessions().successful()).sum();
    long failed = days.stream().mapToLong(day -> day.sessions().failed()).sum();
    long failing = days.stream().filter(day -> day.sessions().failed() > 0).count();
    return texts.format("chart.summary", successful + failed, failed, failing, days.size());
  }
}
