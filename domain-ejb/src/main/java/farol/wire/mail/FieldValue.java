package farol.wire.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header's value with parameters, as in {@code multipart/report; boundary="x"}.
 *
 * @param value what stands before the parameters, in lower case
 * @param parameters the first of each name, the name in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2045#section-5.1">RFC 2045, section 5.1</a>
 */
record FieldValue(String value, Map<String, String> parameters) {
  FieldValue {
    parameters = Map.copyOf(parameters);
  }

  static FieldValue parse(String header) {
    List<String> pieces = pieces(header);
    Map<String, String> parameters = new HashMap<>();
    for (String piece : pieces.subList(1, pieces.size())) {
      int equals = piece.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            piece.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            unquoted(piece.substring(equals + 1).strip()));
      }
    }
    return new FieldValue(pieces.get(0).strip().toLowerCase(Locale.ROOT), parameters);
  }

  /** A parameter that protocols use, as it came; null where it is absent. */
  @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  /**
   * A parameter that people see; null where it is absent. Senders write long names and those beyond
   * ASCII in pieces, with escapes, or as encoded words.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc2231">RFC 2231</a>
   */
  @Nullable String text(String name) {
    String plain = parameters.get(name);
    if (plain != null) {
      return HeaderWords.decode(plain);
    }
    String extended = parameters.get(name + '*');
    return extended == null ? continued(name) : unescaped(extended);
  }

  private @Nullable String continued(String name) {
    StringBuilder whole = new StringBuilder();
    String piece = piece(name, 0);
    for (int i = 1; piece != null; i++) {
      whole.append(piece);
      piece = piece(name, i);
    }
    if (whole.isEmpty()) {
      return null;
    }
    return parameters.containsKey(name + "*0*")
        ? unescaped(whole.toString())
        : HeaderWords.decode(whole.toString());
  }

  private @Nullable String piece(String name, int number) {
    String plain = parameters.get(name + '*' + number);
    return plain == null ? parameters.get(name + '*' + number + '*') : plain;
  }

  /** The text of {@code charset'language'text}, in which {@code %41} is an octet. */
  private static String unescaped(String extended) {
    String[] parts = extended.split("'", 3);
    byte[] text = parts[parts.length - 1].replace('%', '=').getBytes(StandardCharsets.ISO_8859_1);
    return new String(
        TransferEncoding.withoutEscapes(text),
        KnownCharset.of(parts.length == 3 ? parts[0] : "utf-8").orElse(StandardCharsets.UTF_8));
  }

  /** The text between semicolons, those in quotes not counted, without comments. */
  private static List<String> pieces(String header) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int i = 0;
    while (i < header.length()) {
      char character = header.charAt(i);
      if (character == '"') {
        int end = endOfQuotes(header, i);
        piece.append(header, i, end);
        i = end;
      } else if (character == '(') {
        i = endOfComment(header, i);
      } else {
        i++;
        if (character == ';') {
          pieces.add(piece.toString());
          piece.setLength(0);
        } else {
          piece.append(character);
        }
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static int endOfQuotes(String header, int start) {
    int i = start + 1;
    while (i < header.length() && header.charAt(i) != '"') {
      i += header.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, header.length());
  }

  /** Comments may stand in comments (RFC 5322, section 3.2.2). */
  private static int endOfComment(String header, int start) {
    int open = 0;
    int i = start;
    do {
      char character = header.charAt(i);
      open += character == '(' ? 1 : character == ')' ? -1 : 0;
      i += character == '\\' ? 2 : 1;
    } while (open > 0 && i < header.length());
    return Math.min(i, header.length());
  }

  private static String unquoted(String value) {
    if (!value.startsWith("\"")) {
      return value;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
      boolean escape = value.charAt(i) == '\\' && i + 1 < value.length();
      text.append(value.charAt(escape ? ++i : i));
    }
    return text.toString();
  }
}
