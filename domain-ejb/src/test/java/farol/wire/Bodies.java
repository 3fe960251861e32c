package farol.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Bodies for tests: files, one small good report to vary, and gzip. */
public final class Bodies {
  /** When the bodies are received: the day after the one that they report about. */
  public static final Instant RECEIVED_AT = Instant.parse("2026-11-21T06:00:00Z");

  private static final ReportReader READER = new ReportReader(ReadingLimits.defaults());
  private static final String SMALL_REPORT =
      """
      {"organization-name":"Sender","date-range":{"start-datetime":"2026-11-20T00:00:00Z",\
      "end-datetime":"2026-11-20T23:59:59Z"},"contact-info":"tls@sender.example","report-id":"1",\
      "policies":[{"policy":{"policy-type":"sts","policy-domain":"example.com"},\
      "summary":{"total-successful-session-count":9,"total-failure-session-count":3},\
      "failure-details":[{"result-type":"certificate-expired","failed-session-count":3}]}]}""";

  private Bodies() {}

  /** The file under {@code farol/} in the test resources. */
  public static byte[] file(String name) {
    try (InputStream in = Bodies.class.getResourceAsStream("/farol/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such test file: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of an {@code INDEX.tsv} without its head, split into columns. */
  public static List<String[]> index(String name) {
    return new String(file(name), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /** A report that is accepted without a warning. */
  public static String smallReport() {
    return SMALL_REPORT;
  }

  /** The small report with one part replaced, which must be in it. */
  public static String smallReport(String part, String replacement) {
    if (!SMALL_REPORT.contains(part)) {
      throw new IllegalArgumentException("not in the small report: " + part);
    }
    return SMALL_REPORT.replace(part, replacement);
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static Reading read(String json) {
    return read(utf8(json), null, null);
  }

  static Reading read(byte[] body, @Nullable String contentType, @Nullable String encoding) {
    return READER.read(body, contentType, encoding, RECEIVED_AT);
  }
}
