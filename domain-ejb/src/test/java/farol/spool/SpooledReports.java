package farol.spool;

import static java.nio.charset.StandardCharsets.US_ASCII;

import farol.domain.monitored.TokenHash;
import farol.domain.report.RawReport;
import java.time.Instant;

/** Reports to be spooled, for tests. */
public final class SpooledReports {
  public static final TokenHash TOKEN = new TokenHash("0123456789abcdef".repeat(4));
  public static final Instant RECEIVED = Instant.parse("2026-11-21T01:02:03.456789012Z");

  private SpooledReports() {}

  /** One whose body is a text. */
  public static SpooledReport of(String body) {
    return new SpooledReport(
        TOKEN, RECEIVED, new RawReport(body.getBytes(US_ASCII), "application/tlsrpt+json", null));
  }

  static String bodyOf(SpooledReport report) {
    return new String(report.raw().body(), US_ASCII);
  }
}
