package farol.web.kit;

import farol.domain.diagnosis.Cause;
import farol.domain.report.ResultType;
import farol.domain.trend.Day;
import farol.domain.trend.DayFailures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Builds {@link SessionChart}s. A day's bar is as high as its sessions. The failed part is shared
 * out among the causes, the most frequent first; kinds of failures may overlap, so the last ones
 * may come off short. What no detail explains is a part of its own.
 */
public final class SessionChartBuilder {
  private static final int MOST_CAUSES = 5;

  private final Texts texts;

  public SessionChartBuilder(Texts texts) {
    this.texts = texts;
  }

  /**
   * Builds the chart of consecutive days.
   *
   * @param days without gaps, oldest first
   * @param failures what explains the failures of these days
   * @param failuresOnly leaves the successes out, so that few failures among many can be seen
   */
  public SessionChart build(List<Day> days, List<DayFailures> failures, boolean failuresOnly) {
    Map<LocalDate, Map<Cause, Long>> byDay = new HashMap<>();
    Map<Cause, Long> totals = new HashMap<>();
    for (DayFailures failure : failures) {
      Cause cause = Cause.of(new ResultType(failure.resultType()), null);
      byDay
          .computeIfAbsent(failure.day(), day -> new HashMap<>())
          .merge(cause, failure.failed(), Long::sum);
      totals.merge(cause, failure.failed(), Long::sum);
    }
    List<Cause> causes =
        totals.entrySet().stream()
            .sorted(
                Map.Entry.<Cause, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .limit(MOST_CAUSES)
            .toList();
    List<List<Long>> parts =
        days.stream()
            .map(day -> parts(day, byDay.getOrDefault(day.day(), Map.of()), causes))
            .toList();
    List<SessionChart.Series> series = series(causes, parts, failuresOnly);
    return new SessionChart(
        summary(days), ChartJson.of(labels(days), series, texts), series, rows(days, series));
  }

  /** The failed sessions of a day by cause, and what is left over at the end. */
  private static List<Long> parts(Day day, Map<Cause, Long> failed, List<Cause> causes) {
    List<Long> parts = new ArrayList<>();
    long left = day.sessions().failed();
    for (Cause cause : causes) {
      long part = Math.min(left, failed.getOrDefault(cause, 0L));
      parts.add(part);
      left -= part;
    }
    parts.add(left);
    parts.add(day.sessions().successful());
    return parts;
  }

  private List<SessionChart.Series> series(
      List<Cause> causes, List<List<Long>> parts, boolean failuresOnly) {
    List<SessionChart.Series> series = new ArrayList<>();
    if (!failuresOnly) {
      series.add(
          column(texts.get("chart.successful"), "--chart-success", parts, causes.size() + 1));
    }
    for (int i = 0; i < causes.size(); i++) {
      String title = texts.get("cause." + causes.get(i).key() + ".title");
      series.add(column(title, "--chart-cause-" + (i + 1), parts, i));
    }
    SessionChart.Series rest =
        column(texts.get("chart.unexplained"), "--chart-other", parts, causes.size());
    if (rest.values().stream().anyMatch(value -> value > 0)) {
      series.add(rest);
    }
    return series;
  }

  private static SessionChart.Series column(
      String label, String token, List<List<Long>> parts, int index) {
    return new SessionChart.Series(
        label, token, parts.stream().map(values -> values.get(index)).toList());
  }

  private static List<SessionChart.Row> rows(List<Day> days, List<SessionChart.Series> series) {
    return IntStream.range(0, days.size())
        .mapToObj(
            index ->
                new SessionChart.Row(
                    days.get(index).day(),
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
