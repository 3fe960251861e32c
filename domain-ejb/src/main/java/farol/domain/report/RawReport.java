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
}
