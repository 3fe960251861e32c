package farol.web.kit;

import farol.domain.trend.Day;
import java.util.ArrayList;
import java.util.List;

/**
 * Small bars, one a day: successes below, failures on top. A day with failures shows at least two
 * pixels of them, and so differs in shape, too: the failed part stands apart by a gap.
 *
 * @param summary for those who can't see it
 */
public record Spark(int width, int height, List<Bar> bars, String summary) {
  private static final int STEP = 7;
  private static final int BAR = 5;
  private static final int HEIGHT = 26;
  private static final int LEAST_FAILED = 3;

  /**
   * A rectangle.
   *
   * @param kind {@code success}, {@code failure} or {@code nothing}, as in the style sheet
   */
  public record Bar(String kind, int x, int y, int width, int height) {}

  public Spark {
    bars = List.copyOf(bars);
  }

  /** The days in order; an empty list makes an empty picture. */
  public static Spark of(List<Day> days, Texts texts) {
    long most = days.stream().mapToLong(day -> day.sessions().tried()).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      addDay(bars, i * STEP, days.get(i), Math.max(1, most));
    }
    long failing = days.stream().filter(day -> day.sessions().failed() > 0).count();
    return new Spark(
        Math.max(1, days.size() * STEP - (STEP - BAR)),
        HEIGHT,
        bars,
        texts.format("spark.summary", failing, days.size()));
  }

  private static void addDay(List<Bar> bars, int x, Day day, long most) {
    if (day.sessions().tried() == 0) {
      bars.add(new Bar("nothing", x, HEIGHT - 1, BAR, 1));
      return;
    }
    int whole = Math.max(2, (int) (day.sessions().tried() * HEIGHT / most));
    int failed =
        day.sessions().failed() == 0
            ? 0
            : Math.max(LEAST_FAILED, (int) (day.sessions().failed() * HEIGHT / most));
    int successful = Math.max(0, Math.min(whole, HEIGHT - failed - 1) - (failed == 0 ? 0 : 1));
    if (day.sessions().successful() > 0) {
      bars.add(new Bar("success", x, HEIGHT - successful, BAR, successful));
    }
    if (failed > 0) {
      bars.add(new Bar("failure", x, Math.max(0, HEIGHT - successful - 1 - failed), BAR, failed));
    }
  }
}
