package farol.domain.lookup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the TXT records of one answer into text that is safe to keep, compare and (escaped) show.
 *
 * <p>Whoever publishes them controls every byte, and there may be 64 KiB. What is no plain text
 * becomes U+FFFD ({@link OutsideText}). 8 KiB are kept: shortest record first, so that junk cannot
 * push out a token and the order says nothing; a record cut there ends in an ellipsis. Neither mark
 * is part of any valid record, so no damaged record can pass for a whole one.
 */
public final class TxtValues {
  private static final int KEPT_BYTES = 8 * 1024;

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
        values.add(OutsideText.of(bytes, left) + "…");
        break;
      }
      values.add(OutsideText.of(bytes));
      left -= bytes.length;
    }
    values.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    return List.copyOf(values);
  }
}
