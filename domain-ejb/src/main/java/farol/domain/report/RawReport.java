package farol.domain.report;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A report's bytes as they came, kept so that a better reader can read history again.
 *
 * @param body not copied: whoever makes one must not change it afterwards
 * @param contentType the header as sent, if any
 * @param contentEncoding the header as sent, if any
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a copy of up to a megabyte for each report would buy nothing
public record RawReport(
    byte[] body, @Nullable String contentType, @Nullable String contentEncoding) {
  public RawReport {
    requireNonNull(body, "body");
  }

  /** A name for a file with the bytes, as these are: compressed or not. */
  public String fileName(String stem) {
    boolean gzip = body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    return stem + (gzip ? ".json.gz" : ".json");
  }
}
