package farol.web.kit;

import java.time.LocalDate;
import java.util.List;

/**
 * Sessions by day as stacked bars and, with the same numbers, as a table.
 *
 * @param summary the whole in a sentence, for those who can't see the bars
 * @param json the configuration for Chart.js, safe inside a script
 * @param series the parts of each bar, from the bottom up
 * @param rows the days, oldest first, each with a value for each of the series
 * @param flags the days on which something changed that may explain the bars
 */
public record SessionChart(
    String summary, String json, List<Series> series, List<Row> rows, List<DayFlag> flags) {
  /**
   * One part of every bar.
   *
   * @param token the custom property of the style sheet that holds its colour
   * @param hatching tells it from others of that colour, and of others; 0 for none
   * @param values one for each day
   */
  public record Series(String label, String token, int hatching, List<Long> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /**
   * The values of one day.
   *
   * @param href leads to the day's failures
   */
  public record Row(LocalDate day, String href, List<Long> values) {
    public Row {
      values = List.copyOf(values);
    }
  }

  public SessionChart {
    series = List.copyOf(series);
    rows = List.copyOf(rows);
    flags = List.copyOf(flags);
  }

  public boolean isFlagged() {
    return !flags.isEmpty();
  }
}
