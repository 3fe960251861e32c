package farol.wire;

import farol.domain.report.FailureDetail;
import farol.domain.report.SessionCounts;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code summary} (RFC 8460, section 4.4), whose totals are the ones that count. */
final class SummaryReader {
  private static final String SUCCESSFUL = "total-successful-session-count";
  private static final String FAILED = "total-failure-session-count";

  private final FieldReader fields;
  private @Nullable Long successful;
  private @Nullable Long failed;

  SummaryReader(FieldReader fields) {
    this.fields = fields;
  }

  void read() throws IOException {
    JsonCursor cursor = fields.cursor();
    if (cursor.isNull()) {
      return;
    }
    fields.requireObject("summary");
    for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
      switch (name) {
        case SUCCESSFUL -> successful = fields.count(name);
        case FAILED -> failed = fields.count(name);
        default -> fields.skipUnknown(name);
      }
    }
  }

  /** The totals; the details stand in only where there is no total of failures. */
  SessionCounts counts(List<FailureDetail> failures) {
    long explained = failures.stream().mapToLong(FailureDetail::failedSessions).sum();
    if (successful == null) {
      fields.warn(WarningCode.WARN_COUNT, SUCCESSFUL + " is absent, it counts as 0");
    }
    if (failed == null) {
      fields.warn(WarningCode.WARN_COUNT, FAILED + " is absent, the details were summed up");
    } else if (failed != explained) {
      fields.warn(
          WarningCode.WARN_SUM,
          FAILED + " is " + failed + ", but the details explain " + explained);
    }
    return new SessionCounts(
        successful == null ? 0 : successful, failed == null ? explained : failed);
  }
}
