package farol.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Reports as they come in from many senders: of a hundred, 70 with one policy and no failures, 25
 * with 1 to 5 failure details, 5 with 50 to 500. The same seed makes the same reports; every report
 * id is unlike every other.
 *
 * <p>A few hundred are composed once and sent under ever new ids, so that making them costs the
 * machine next to nothing while it measures.
 */
public final class ReportMix {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
  private static final int COMPOSED = 200;
  private static final String NUMBER = "000000000";
  private static final String[] RESULT_TYPES = {
    "certificate-expired",
    "starttls-not-supported",
    "validation-failure",
    "certificate-host-mismatch"
  };

  private final List<Form> forms = new ArrayList<>();
  private final String series;
  private int made;

  /** A report with a place for its number. */
  @SuppressWarnings("ArrayRecordComponent") // the template of bytes to send
  private record Form(byte[] json, int numberAt) {}

  /**
   * A report.
   *
   * @param id its report-id
   */
  @SuppressWarnings("ArrayRecordComponent") // made, posted and dropped
  public record Made(String id, byte[] json) {}

  /**
   * Starts a series.
   *
   * @param series begins each report id, so that series never collide
   */
  public ReportMix(String series, long seed) {
    this.series = series;
    Random random = new Random(seed);
    for (int i = 0; i < COMPOSED; i++) {
      forms.add(form(series, random));
    }
  }

  /** The next report, for the policies of {@code example.com}. */
  public Made next() {
    Form form = forms.get(made % COMPOSED);
    byte[] json = form.json().clone();
    String number = String.valueOf(made++);
    byte[] digits = number.getBytes(StandardCharsets.US_ASCII);
    int offset = NUMBER.length() - digits.length;
    System.arraycopy(digits, 0, json, form.numberAt() + offset, digits.length);
    return new Made(series + "-" + NUMBER.substring(0, offset) + number, json);
  }

  private static Form form(String series, Random random) {
    int kind = random.nextInt(100);
    int details = kind < 70 ? 0 : kind < 95 ? 1 + random.nextInt(5) : 50 + random.nextInt(451);
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(60));
    String head =
        """
        {"organization-name":"Sender %d","date-range":{"start-datetime":"%sT00:00:00Z","end-datetime":"%sT23:59:59Z"},
        "contact-info":"tls@sender.example","report-id":"%s-"""
            .formatted(random.nextInt(12), day, day, series);
    String policy =
        """
        ","policies":[{"policy":{"policy-type":"sts","policy-string":["version: STSv1","mode: enforce",
        "mx: *.example.com","max_age: 604800"],"policy-domain":"example.com"},
        "summary":{"total-successful-session-count":%d,"total-failure-session-count":%d},"failure-details":["""
            .formatted(random.nextInt(5_000), details);
    StringBuilder json = new StringBuilder(head).append(NUMBER).append(policy);
    for (int i = 0; i < details; i++) {
      json.append(i == 0 ? "" : ",").append(detail(random));
    }
    json.append("]}]}");
    return new Form(json.toString().getBytes(StandardCharsets.US_ASCII), head.length());
  }

  private static String detail(Random random) {
    return """
        {"result-type":"%s","sending-mta-ip":"203.0.113.%d","receiving-mx-hostname":"mx%d.example.com",
        "receiving-ip":"198.51.100.%d","failed-session-count":1}"""
        .formatted(
            RESULT_TYPES[random.nextInt(RESULT_TYPES.length)],
            random.nextInt(256),
            random.nextInt(4),
            random.nextInt(256));
  }
}
