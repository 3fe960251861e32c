package farol.web.failures;

import farol.web.kit.Pages;
import farol.web.kit.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some failures have in common.
 *
 * @param groupings links for what they are told apart by
 * @param chips what they are narrowed to
 * @param range links for the days; null where exactly some days are asked for, and a chip says so
 * @param cut which days are shown, where these are not all, in a sentence; else empty
 * @param column what they are told apart by
 * @param sentence how many sessions failed, in how many rows
 * @param advice what the cause means that all have; null where they are told apart by it, or not
 *     narrowed to one
 */
public record FailureTable(
    List<Grouping> groupings,
    List<Chip> chips,
    @Nullable Range range,
    String cut,
    String column,
    String sentence,
    FailureRow.@Nullable Advice advice,
    List<FailureRow> rows,
    Pages pages) {
  /**
   * A link of the switch.
   *
   * @param current {@code true} as ARIA has it, or {@code false}
   */
  public record Grouping(String id, String href, String text, String current) {}

  /**
   * Something that the failures are narrowed to.
   *
   * @param value may be outside text
   * @param href leads to the failures without it
   * @param removeText says so
   */
  public record Chip(String id, String label, String value, String href, String removeText) {}

  public FailureTable {
    groupings = List.copyOf(groupings);
    chips = List.copyOf(chips);
    rows = List.copyOf(rows);
  }

  public boolean isExplained() {
    return advice != null;
  }

  /** Whether days may be chosen by their number. */
  public boolean isRanging() {
    return range != null;
  }
}
