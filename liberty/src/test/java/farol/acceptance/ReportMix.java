package farol.acceptance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

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

  /** One of the series. */
  public static final class Made {
    private final String id;
    private final Form form;
    private final byte[] number;

    private Made(String id, Form form, String number) {
      this.id = id;
      this.form = form;
      this.number = number.getBytes(StandardCharsets.US_ASCII);
    }

    /** Its report-id. */
    public String id() {
      return id;
    }

    public byte[] json() {
      return form.json(number);
    }

    /** As most senders post it. */
    public byte[] gzip() {
      return form.gzip(number);
    }
  }

  /**
   * A report with a place for its number. What stands around the number is compressed once, so that
   * a gzip of it costs little more than a copy.
   */
  private static final class Form {
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte STORED = 0;

    private final byte[] json;
    private final int numberAt;
    private final byte[] deflatedHead;
    private final byte[] deflatedTail;

    Form(String head, String tail) {
      json = (head + NUMBER + tail).getBytes(StandardCharsets.US_ASCII);
      numberAt = head.length();
      deflatedHead = deflate(head, Deflater.SYNC_FLUSH);
      deflatedTail = deflate(tail, Deflater.NO_FLUSH);
    }

    byte[] json(byte[] number) {
      byte[] report = json.clone();
      System.arraycopy(number, 0, report, numberAt, number.length);
      return report;
    }

    /** One member (RFC 1952), in which the number is a block of its own (RFC 1951, 3.2.4). */
    byte[] gzip(byte[] number) {
      CRC32 check = new CRC32();
      check.update(json(number));
      short length = (short) number.length;
      return ByteBuffer.allocate(
              GZIP_HEADER.length + deflatedHead.length + 5 + length + deflatedTail.length + 8)
          .order(ByteOrder.LITTLE_ENDIAN)
          .put(GZIP_HEADER)
          .put(deflatedHead)
          .put(STORED)
          .putShort(length)
          .putShort((short) ~length)
          .put(number)
          .put(deflatedTail)
          .putInt((int) check.getValue())
          .putInt(json.length)
          .array();
    }

    /** Up to a whole byte with SYNC_FLUSH, and to the end of all blocks with NO_FLUSH. */
    private static byte[] deflate(String text, int flush) {
      Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
      deflater.setInput(text.getBytes(StandardCharsets.US_ASCII));
      if (flush == Deflater.NO_FLUSH) {
        deflater.finish();
      }
      byte[] deflated = new byte[text.length() + 100];
      int length = deflater.deflate(deflated, 0, deflated.length, flush);
      deflater.end();
      return Arrays.copyOf(deflated, length);
    }
  }

  /**
   * Starts a series for the policies of {@code example.com}.
   *
   * @param series begins each report id, so that series never collide
   */
  public ReportMix(String series, long seed) {
    this(series, seed, "example.com");
  }

  /** As a series for {@code example.com}, for the policies of another domain. */
  ReportMix(String series, long seed, String domain) {
    this.series = series;
    Random random = new Random(seed);
    for (int i = 0; i < COMPOSED; i++) {
      forms.add(form(series, domain, random));
    }
  }

  /** The next report. */
  public Made next() {
    Form form = forms.get(made % COMPOSED);
    String digits = String.valueOf(made++);
    String number = NUMBER.substring(digits.length()) + digits;
    return new Made(series + "-" + number, form, number);
  }

  private static Form form(String series, String domain, Random random) {
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
        "mx: *.%1$s","max_age: 604800"],"policy-domain":"%1$s"},
        "summary":{"total-successful-session-count":%2$d,"total-failure-session-count":%3$d},"failure-details":["""
            .formatted(domain, random.nextInt(5_000), details);
    StringBuilder tail = new StringBuilder(policy);
    for (int i = 0; i < details; i++) {
      tail.append(i == 0 ? "" : ",").append(detail(random));
    }
    return new Form(head, tail.append("]}]}").toString());
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
