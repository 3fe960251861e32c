package farol.web.dashboard;

import farol.web.kit.Spark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain in the dashboard's table.
 *
 * @param unicode the name in other scripts, where it has one; else empty
 * @param spark the last 14 days
 * @param success share of successful sessions in the range; a dash where there were none
 * @param lastReport when the last report came; null where none has
 * @param tone names the verdict in the style sheet
 * @param posture what it publishes, in the order of the columns
 */
public record DomainRow(
    String name,
    String unicode,
    String href,
    Spark spark,
    String success,
    long failed,
    @Nullable Instant lastReport,
    String tone,
    String verdict,
    List<Cell> posture) {
  public DomainRow {
    posture = List.copyOf(posture);
  }

  public boolean isReported() {
    return lastReport != null;
  }
}
