package farol.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a {@code Content-Type} says about a body (RFC 8460, section 5.4). */
enum DeclaredMediaType {
  JSON,
  GZIP,
  /** Says nothing about it. */
  ANY;

  static DeclaredMediaType of(@Nullable String contentType) throws RefusedException {
    String type = contentType == null ? "" : essence(contentType);
    return switch (type) {
      case "application/tlsrpt+json", "application/json" -> JSON;
      case "application/tlsrpt+gzip", "application/gzip", "application/x-gzip" -> GZIP;
      case "application/octet-stream", "" -> ANY;
      default ->
          throw new RefusedException(
              RefusalCode.MEDIA_TYPE,
              "the media type must be application/tlsrpt+gzip or application/tlsrpt+json, got "
                  + TextRules.quote(type));
    };
  }

  boolean contradicts(boolean compressed) {
    return this == (compressed ? JSON : GZIP);
  }

  private static String essence(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
