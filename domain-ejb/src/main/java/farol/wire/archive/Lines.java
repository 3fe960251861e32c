package farol.wire.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream in pieces that are lines, or, of lines that are too long, parts of lines. */
final class Lines {
  private static final int LONGEST = 1 << 16;
  private static final byte[] LF = {'\n'};
  private static final byte[] CRLF = {'\r', '\n'};

  private final InputStream in;
  private final byte[] buffer = new byte[LONGEST];
  private int start;
  private int end;
  private int filled;
  private boolean startsLine;
  private boolean endsLine = true;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next piece; false where there is none. */
  boolean next() throws IOException {
    startsLine = endsLine;
    start = end;
    int lineFeed = lineFeed(start);
    while (lineFeed < 0 && fill()) {
      lineFeed = lineFeed(end); // where what was there before ended
    }
    end = lineFeed < 0 ? filled : lineFeed + 1;
    endsLine = lineFeed >= 0;
    return end > start;
  }

  /** Goes to the last piece of the line. */
  void toEndOfLine() throws IOException {
    boolean more = !endsLine;
    while (more) {
      more = next() && !endsLine;
    }
  }

  /** Whether the piece is the start of a line that begins so, behind the first so many bytes. */
  boolean startWith(String text, int behind) {
    boolean same = startsLine && end - start >= behind + text.length();
    for (int i = 0; i < text.length() && same; i++) {
      same = (buffer[start + behind + i] & 0xff) == text.charAt(i);
    }
    return same;
  }

  /** The line with its end; empty where it is longer than so many characters. */
  String text(int longest) {
    boolean whole = startsLine && endsLine && end - start <= longest;
    return whole ? new String(buffer, start, end - start, ISO_8859_1) : "";
  }

  /** How often a line begins with a character; 0 in the middle of a line. */
  int leading(char character) {
    int i = start;
    while (startsLine && i < end && buffer[i] == character) {
      i++;
    }
    return i - start;
  }

  /** The line end, where the piece is an empty line; null for any other. */
  byte @Nullable [] emptyLine() {
    boolean crlf = end - start == 2 && buffer[start] == '\r';
    boolean empty = startsLine && endsLine && (end - start == 1 || crlf);
    return empty ? (crlf ? CRLF : LF) : null;
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  private int lineFeed(int from) {
    for (int i = from; i < filled; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Reads more behind the piece that begins; false where there is no more, or no room. */
  private boolean fill() throws IOException {
    if (filled == buffer.length) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
    }
    end = filled;
    int count = filled == buffer.length ? -1 : in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, count);
    return count > 0;
  }
}
