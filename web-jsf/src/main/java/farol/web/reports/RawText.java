package farol.web.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import farol.domain.report.RawReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A report's bytes as text that a person can read.
 *
 * @param text JSON with one value a line; empty where it can't be laid out. Outside text
 * @param cut whether it is only the first part
 */
public record RawText(String text, boolean cut) {
  private static final int MOST_BYTES = 2_000_000;
  private static final int MOST_CHARACTERS = 100_000;
  private static final int MOST_LAYERS = 2; // one content coding, one media type
  private static final Pattern UNSEEN =
      Pattern.compile("[\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public boolean isReadable() {
    return !text.isEmpty();
  }

  /**
   * Lays bytes out.
   *
   * @param raw of a report that was read within all limits, so no bomb
   */
  public static RawText of(RawReport raw) {
    try {
      String json = new String(plain(raw.body()), StandardCharsets.UTF_8);
      String pretty = visible(JSON.writeValueAsString(JSON.readTree(json.replace("\ufeff", ""))));
      return pretty.length() > MOST_CHARACTERS
          ? new RawText(pretty.substring(0, MOST_CHARACTERS), true)
          : new RawText(pretty, false);
    } catch (JsonProcessingException notJson) {
      return new RawText("", false);
    } catch (IOException damaged) {
      return new RawText("", false);
    }
  }

  /**
   * With escapes for what would change how the text around it looks: control characters, line
   * separators, and Unicode's bidirectional controls. They can only stand in JSON's strings.
   */
  private static String visible(String json) {
    return UNSEEN
        .matcher(json)
        .replaceAll(unseen -> "\\\\u%04x".formatted((int) unseen.group().charAt(0)));
  }

  /** Without gzip. */
  private static byte[] plain(byte[] body) throws IOException {
    byte[] bytes = body;
    for (int layer = 0; layer < MOST_LAYERS && isGzip(bytes); layer++) {
      try (GZIPInputStream inflated = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = inflated.readNBytes(MOST_BYTES);
      }
    }
    return bytes;
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }
}
