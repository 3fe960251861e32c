package farol.domain.lookup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the TXT records of one answer into text that is safe to keep, compare and (escaped) show.
 *
 * <p>Whoever publishes them controls every byte, and there may be 64 KiB. Bytes that are not UTF-8,
 * control characters other than TAB, and invisible or direction-changing ones become U+FFFD. 8 KiB
 * are kept: shortest record first, so that junk cannot push out a token and the order says nothing;
 * a record cut there ends in an ellipsis. Neither mark is part of any valid record, so no damaged
 * record can pass for a whole one.
 */
public final class TxtValues {
  private static final int KEPT_BYTES = 8 * 1024;
  private static final char REPLACEMENT = '\ufffd';

  private TxtValues() {}

  /**
   * Reads one answer.
   *
   * @param records one array a record, its strings already joined without spaces (RFC 8460, section
   *     3)
   */
  public static List<String> of(List<byte[]> records) {
    List<byte[]> shortestFirst = new ArrayList<>(records);
    shortestFirst.sort(Comparator.comparingInt((byte[] bytes) -> bytes.length));
    List<String> values = new ArrayList<>();
    int left = KEPT_BYTES;
    for (byte[] bytes : shortestFirst) {
      if (bytes.length > left) {
        values.add(text(bytes, left) + "…");
        break;
      }
      values.add(text(bytes, bytes.length));
      left -= bytes.length;
    }
    values.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    return List.copyOf(values);
  }

  private static String text(byte[] bytes, int length) {
    StringBuilder safe = new StringBuilder(length);
    new String(bytes, 0, length, StandardCharsets.UTF_8)
        .codePoints()
        .forEach(character -> safe.appendCodePoint(isSafe(character) ? character : REPLACEMENT));
    return safe.toString();
  }

  private static boolean isSafe(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\t';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
