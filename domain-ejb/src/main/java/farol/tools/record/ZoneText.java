package farol.tools.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The strings of a TXT record as zone files write them.
 *
 * @param value the strings, joined without spaces; the text itself where it is written otherwise
 * @param wasQuoted whether it is written so: in quotation marks, after the name and type or alone
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1035#section-5.1">RFC 1035, section 5.1</a>
 */
record ZoneText(String value, boolean wasQuoted) {
  /** Bytes of one string (RFC 1035, section 3.3). */
  private static final int LONGEST_STRING = 255;

  private static final Pattern QUOTED = Pattern.compile("\\G[^\"]*+\"((?:[^\"\\\\]|\\\\.)*+)\"");

  /** Only there do quotation marks mean it; elsewhere they are part of the text, and wrong. */
  private static final Pattern START =
      Pattern.compile("(?:[^\"]*\\sTXT[\\s(]+)?\"", Pattern.CASE_INSENSITIVE);

  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9]{3}|.)");

  static ZoneText of(String text) {
    String written = text.strip();
    if (!START.matcher(written).lookingAt()) {
      return new ZoneText(written, false);
    }
    List<String> strings =
        QUOTED.matcher(written).results().map(found -> unescaped(found.group(1))).toList();
    return strings.isEmpty()
        ? new ZoneText(written, false)
        : new ZoneText(String.join("", strings), true);
  }

  private static String unescaped(String string) {
    return ESCAPE
        .matcher(string)
        .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))));
  }

  private static String character(String escaped) {
    return escaped.length() == 3 ? String.valueOf((char) Integer.parseInt(escaped)) : escaped;
  }

  /**
   * A value as a zone file has it: in quotation marks, in strings of 255 bytes at most.
   *
   * @param ascii the value, of ASCII characters only
   */
  static String quoted(String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    List<String> strings = new ArrayList<>();
    for (int start = 0; start < bytes.length; start += LONGEST_STRING) {
      int length = Math.min(LONGEST_STRING, bytes.length - start);
      strings.add(new String(bytes, start, length, StandardCharsets.US_ASCII));
    }
    return strings.stream()
        .map(string -> string.replace("\\", "\\\\").replace("\"", "\\\""))
        .collect(Collectors.joining("\" \"", "\"", "\""));
  }
}
