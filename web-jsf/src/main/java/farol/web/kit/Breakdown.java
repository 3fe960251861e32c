package farol.web.kit;

import farol.domain.trend.Slice;
import java.util.List;

/**
 * What was reported, broken down by one thing; the most failed first.
 *
 * @param successes whether successful sessions are told apart this way, too
 */
public record Breakdown(
    String title, String note, String column, boolean successes, List<Row> rows) {
  private static final int MOST_ROWS = 10;
  private static final int BAR_WIDTH = 80;

  /**
   * One value.
   *
   * @param name for people
   * @param code as reported, where the name is another; else empty
   * @param href leads to the failures that it counts; empty where there are none
   * @param share of all failures here, in words
   * @param width of the bar that shows the share, in pixels
   */
  public record Row(
      String name,
      String code,
      String href,
      long failed,
      long successful,
      long reports,
      String share,
      int width) {
    public boolean isExplained() {
      return !code.isEmpty();
    }

    public boolean isLeading() {
      return !href.isEmpty();
    }
  }

  /** What people read of a value. */
  public interface Naming {
    /** Its name for people; the value itself where it has no other. */
    String nameOf(String value);

    /** Where its failures are. */
    String linkOf(String value);
  }

  public Breakdown {
    rows = List.copyOf(rows);
  }

  /**
   * A breakdown whose texts begin with {@code breakdown.} and {@code kind}; ten rows at most.
   *
   * @param slices the most failed first
   */
  public static Breakdown of(
      String kind, boolean successes, List<Slice> slices, Naming naming, Texts texts) {
    long failures = slices.stream().mapToLong(slice -> slice.sessions().failed()).sum();
    String prefix = "breakdown." + kind;
    return new Breakdown(
        texts.get(prefix),
        texts.get(prefix + ".note"),
        texts.get(prefix + ".column"),
        successes,
        slices.stream()
            .limit(MOST_ROWS)
            .map(slice -> row(slice, failures, naming, texts))
            .toList());
  }

  private static Row row(Slice slice, long failures, Naming naming, Texts texts) {
    String value = slice.value();
    String name = value.isBlank() ? texts.get("breakdown.unnamed") : naming.nameOf(value);
    long failed = slice.sessions().failed();
    return new Row(
        name,
        name.equals(value) ? "" : value,
        failed == 0 ? "" : naming.linkOf(value),
        failed,
        slice.sessions().successful(),
        slice.reports(),
        failures == 0 ? texts.share(0, 1) : texts.share(failed, failures),
        failures == 0 ? 0 : (int) (BAR_WIDTH * failed / failures));
  }
}
