package farol.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;

/**
 * Reports as they come in from many senders: of a hundred, 70 with one policy and no failures, 25
 * with 1 to 5 failure details, 5 with 50 to 500. The same seed makes the same reports; every report
 * id is unlike every other.
 */
public final class ReportMix {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
  private static final String[] RESULT_TYPES = {
    "certificate-expired",
    "starttls-not-supported",
    "validation-failure",
    "certificate-host-mismatch"
  };

  private final Random random;
  private final String series;
  private int made;

  /**
   * @param series begins each report id, so that series never collide
   */
  public ReportMix(String series, long seed) {
    this.series = series;
    this.random = new Random(seed);
  }

  /**
   * A report.
   *
   * @param id its report-id
   */
  @SuppressWarnings("ArrayRecordComponent") // made, posted and dropped
  public record Made(String id, byte[] json) {}

  /** The next report, for the policies of {@code example.com}. */
  public Made next() {
    String id = series + "-" + made++;
    int kind = random.nextInt(100);
    int details = kind < 70 ? 0 : kind < 95 ? 1 + random.nextInt(5) : 50 + random.nextInt(451);
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(60));
    StringBuilder json = new StringBuilder(512 + 256 * details);
    json.append("{\"organization-name\":\"Sender ")
        .append(random.nextInt(12))
        .append("\",\"date-range\":{\"start-datetime\":\"")
        .append(day)
        .append("T00:00:00Z\",\"end-datetime\":\"")
        .append(day)
        .append("T23:59:59Z\"},\"contact-info\":\"tls@sender.example\",\"report-id\":\"")
        .append(id)
        .append(
            "\",\"policies\":[{\"policy\":{\"policy-type\":\"sts\",\"policy-string\":[\"version: STSv1\","
                + "\"mode: enforce\",\"mx: *.example.com\",\"max_age: 604800\"],\"policy-domain\":\"example.com\"},"
                + "\"summary\":{\"total-successful-session-count\":")
        .append(random.nextInt(5_000))
        .append(",\"total-failure-session-count\":")
        .append(details)
        .append("},\"failure-details\":[");
    for (int i = 0; i < details; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"result-type\":\"")
          .append(RESULT_TYPES[random.nextInt(RESULT_TYPES.length)])
          .append("\",\"sending-mta-ip\":\"203.0.113.")
          .append(random.nextInt(256))
          .append("\",\"receiving-mx-hostname\":\"mx")
          .append(random.nextInt(4))
          .append(".example.com\",\"receiving-ip\":\"198.51.100.")
          .append(random.nextInt(256))
          .append("\",\"failed-session-count\":1}");
    }
    return new Made(id, json.append("]}]}").toString().getBytes(StandardCharsets.UTF_8));
  }
}
