package farol.ingest.report;

import java.util.List;

/**
 * What a sender is told about a report that was taken.
 *
 * @param status {@code stored}, {@code duplicate} or {@code spooled}
 * @param warnings codes of what was odd about it
 */
public record Receipt(String status, List<String> warnings) {
  public Receipt {
    warnings = List.copyOf(warnings);
  }
}
