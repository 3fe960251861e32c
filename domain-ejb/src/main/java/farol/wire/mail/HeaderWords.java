package farol.wire.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of a header into what a person wrote: encoded words are decoded, anything else
 * beyond ASCII is taken for UTF-8 (RFC 6532).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2047">RFC 2047</a>
 */
final class HeaderWords {
  private static final Pattern ENCODED_WORD =
      Pattern.compile(
          "=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]{0,40})?\\?([BbQq])\\?([^?\\s]{0,400})\\?=");
  private static final Pattern BETWEEN_ENCODED_WORDS = Pattern.compile("(?<=\\?=)\\s+(?==\\?)");

  private HeaderWords() {}

  /**
   * @param text a character for each byte
   */
  static String decode(String text) {
    String all = BETWEEN_ENCODED_WORDS.matcher(text).replaceAll("");
    Matcher words = ENCODED_WORD.matcher(all);
    StringBuilder decoded = new StringBuilder();
    int behind = 0;
    while (words.find()) {
      decoded.append(raw(all.substring(behind, words.start()))).append(word(words.toMatchResult()));
      behind = words.end();
    }
    return decoded.append(raw(all.substring(behind))).toString();
  }

  private static String raw(String text) {
    return new String(text.getBytes(ISO_8859_1), UTF_8);
  }

  /** A word in a charset that is not known stays as it came. */
  private static String word(MatchResult word) {
    Optional<Charset> charset = KnownCharset.of(word.group(1));
    byte[] text = word.group(3).getBytes(ISO_8859_1);
    boolean base64 = word.group(2).equalsIgnoreCase("B");
    return charset
        .map(known -> new String(base64 ? base64(text) : quoted(text), known))
        .orElse(word.group());
  }

  private static byte[] base64(byte[] text) {
    return TransferEncoding.BASE64.decode(Span.of(text));
  }

  /** The encoding "Q", in which an underscore stands for a blank (section 4.2). */
  private static byte[] quoted(byte[] text) {
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '_') {
        text[i] = ' ';
      }
    }
    return TransferEncoding.withoutEscapes(text);
  }
}
