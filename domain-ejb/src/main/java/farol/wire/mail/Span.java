package farol.wire.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A stretch of a mail's bytes. They are shared, never copied and never changed.
 *
 * @param start the first byte
 * @param end behind the last one
 */
@SuppressWarnings("ArrayRecordComponent") // shares the mail's bytes, which is its purpose
record Span(byte[] bytes, int start, int end) {
  static Span of(byte[] bytes) {
    return new Span(bytes, 0, bytes.length);
  }

  boolean isEmpty() {
    return start >= end;
  }

  int length() {
    return end - start;
  }

  Span from(int position) {
    return new Span(bytes, position, end);
  }

  /** Where the line that begins at a position ends: behind its LF, or at the end of the stretch. */
  int nextLine(int position) {
    for (int i = position; i < end; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return end;
  }

  /** Where the text of a line ends: before its LF or CRLF. */
  int endOfText(int line, int nextLine) {
    int last = nextLine;
    if (last > line && bytes[last - 1] == '\n') {
      last--;
      if (last > line && bytes[last - 1] == '\r') {
        last--;
      }
    }
    return last;
  }

  boolean startsWith(int position, byte[] prefix) {
    if (prefix.length > end - position) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[position + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** A character for each byte; loses nothing. */
  String text(int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }
}
