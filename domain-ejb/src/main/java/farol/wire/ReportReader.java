package farol.wire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import farol.domain.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes that a sender posted into a report, within limits and in one pass: inflated bytes
 * are parsed as they come and never kept. Whatever the bytes are, the answer is a {@link Reading},
 * never an exception. Safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-4">RFC 8460, section 4</a>
 */
public final class ReportReader {
  private static final byte[] GZIP_START = {GzipHeader.FIRST_BYTE, (byte) GzipHeader.SECOND_BYTE};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final ReadingLimits limits;
  private final JsonFactory json;

  public ReportReader(ReadingLimits limits) {
    this.limits = requireNonNull(limits, "limits");
    this.json = JsonCursor.jsonWithin(limits);
  }

  /**
   * Whether bytes begin as a report does: with a JSON object, or as gzip.
   *
   * @param head the first of them; a few hundred are enough unless blanks come first
   */
  public static boolean isReport(byte[] head) {
    if (startsWith(head, GZIP_START)) {
      return true;
    }
    int i = startsWith(head, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    while (i < head.length && Character.isWhitespace(head[i])) {
      i++;
    }
    return i < head.length && head[i] == '{';
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /**
   * Reads one body.
   *
   * @param body as sent, not decoded; not changed
   * @param contentType the header's value, or null where there was none
   * @param contentEncoding the header's value, several headers joined by commas, or null where
   *     there was none
   * @param receivedAt when the body came; a window may end only so much later
   */
  public Reading read(
      byte[] body,
      @Nullable String contentType,
      @Nullable String contentEncoding,
      Instant receivedAt) {
    try {
      DeclaredMediaType mediaType = DeclaredMediaType.of(contentType);
      DeclaredCoding coding = DeclaredCoding.of(contentEncoding);
      requireSize(body);
      return read(body, mediaType, coding, receivedAt);
    } catch (IOException e) {
      return RefusedException.of(e).toReading();
    }
  }

  private void requireSize(byte[] body) throws RefusedException {
    if (body.length > limits.bodyBytes()) {
      throw new RefusedException(
          RefusalCode.BODY_TOO_LARGE,
          "the body must have at most " + limits.bodyBytes() + " bytes, got " + body.length);
    }
  }

  private Reading read(
      byte[] body, DeclaredMediaType mediaType, DeclaredCoding coding, Instant receivedAt)
      throws IOException {
    Warnings warnings = new Warnings();
    try (BodyStream stream = new BodyStream(body, limits, warnings)) {
      Utf8Stream text = stream.open(mediaType, coding);
      try {
        return new Reading.Accepted(parse(text, warnings, receivedAt), warnings.list());
      } catch (IOException e) {
        // What is wrong with an outer layer, wherever it is, outweighs what is wrong inside.
        text.drain();
        throw e;
      }
    }
  }

  private Report parse(InputStream text, Warnings warnings, Instant receivedAt) throws IOException {
    try (JsonCursor cursor = new JsonCursor(json.createParser(text), limits)) {
      return new ReportParser(cursor, json, limits, warnings, receivedAt).read();
    }
  }
}
