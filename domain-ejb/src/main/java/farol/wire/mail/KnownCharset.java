package farol.wire.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The charsets that headers are decoded from; a name from outside never loads another one. */
final class KnownCharset {
  private static final Map<String, Charset> BY_NAME =
      Map.of(
          "utf-8", StandardCharsets.UTF_8,
          "us-ascii", StandardCharsets.US_ASCII,
          "iso-8859-1", StandardCharsets.ISO_8859_1,
          "iso-8859-15", Charset.forName("ISO-8859-15"),
          "windows-1252", Charset.forName("windows-1252"));

  private KnownCharset() {}

  static Optional<Charset> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }
}
