package farol.wire.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an extended header says about the entry behind it: lines of the form {@code 21 path=a.json},
 * whose number is their own length.
 *
 * @see <a
 *     href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_03">
 *     POSIX, pax extended header</a>
 */
record PaxRecords(Map<String, String> values) {
  static final PaxRecords NONE = new PaxRecords(Map.of());

  private static final int MOST_DIGITS = 9;

  static PaxRecords parse(byte[] bytes) throws BrokenException {
    Map<String, String> values = new HashMap<>();
    int start = 0;
    while (start < bytes.length && bytes[start] != 0) {
      int blank = indexOf(bytes, ' ', start, Math.min(bytes.length, start + MOST_DIGITS + 1));
      int end = start + length(bytes, start, blank);
      int equals = indexOf(bytes, '=', blank + 1, end);
      if (blank < 0 || equals < 0 || end > bytes.length || bytes[end - 1] != '\n') {
        throw damaged();
      }
      values.put(
          new String(bytes, blank + 1, equals - blank - 1, UTF_8),
          new String(bytes, equals + 1, end - equals - 2, UTF_8));
      start = end;
    }
    return new PaxRecords(Map.copyOf(values));
  }

  @Nullable String path() {
    return values.get("path");
  }

  boolean isSparse() {
    return values.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."));
  }

  /** The size that it says, or another where it says none. */
  long sizeOr(long other) throws IOException {
    String size = values.get("size");
    if (size == null) {
      return other;
    }
    if (!size.matches("\\d{1,18}")) {
      throw damaged();
    }
    return Long.parseLong(size);
  }

  private static int length(byte[] bytes, int start, int blank) {
    int length = 0;
    for (int i = start; i < blank; i++) {
      length = Character.isDigit(bytes[i]) ? length * 10 + bytes[i] - '0' : 0;
    }
    return length;
  }

  private static int indexOf(byte[] bytes, char sought, int from, int to) {
    for (int i = from; i < Math.min(to, bytes.length); i++) {
      if (bytes[i] == sought) {
        return i;
      }
    }
    return -1;
  }

  private static BrokenException damaged() {
    return new BrokenException(Fault.DAMAGED, "an extended header of the tar file is damaged");
  }
}
