package farol.web.failures;

import farol.web.kit.CauseText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Failures that have something in common, in a table of such.
 *
 * @param name what they have in common, for people. May be outside text
 * @param codes as reported, where the name is another
 * @param href leads to the failures themselves; empty where nothing more is to be told of them
 * @param share of all failures of the table, in words
 * @param width of the bar that shows the share, in pixels
 * @param advice what it means; null where only a cause would mean something
 */
public record FailureRow(
    String name,
    List<String> codes,
    String href,
    long failed,
    String share,
    int width,
    LocalDate first,
    LocalDate last,
    @Nullable Advice advice) {
  /**
   * What a cause means.
   *
   * @param outcomes what became of the mail, the worst first
   */
  public record Advice(List<Outcome> outcomes, CauseText text) {
    public Advice {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * What became of the mail of some sessions.
   *
   * @param tone names the consequence in the style sheet
   * @param sessions how many, in words
   */
  public record Outcome(String tone, String consequence, String sessions) {}

  public FailureRow {
    codes = List.copyOf(codes);
  }

  public boolean isLeading() {
    return !href.isEmpty();
  }

  public boolean isExplained() {
    return advice != null;
  }
}
