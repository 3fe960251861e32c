package farol.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a {@code Content-Encoding} says about a body: at most one coding, gzip (RFC 9110, 8.4). */
enum DeclaredCoding {
  NONE,
  GZIP;

  static DeclaredCoding of(@Nullable String contentEncoding) throws RefusedException {
    String coding = contentEncoding == null ? "" : contentEncoding.strip().toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "", "identity" -> NONE;
      case "gzip", "x-gzip" -> GZIP;
      default ->
          throw new RefusedException(
              RefusalCode.CONTENT_ENCODING,
              "the content encoding must be gzip or absent, got " + TextRules.quote(coding));
    };
  }
}
