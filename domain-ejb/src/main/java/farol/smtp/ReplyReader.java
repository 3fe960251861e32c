package farol.smtp;

import farol.domain.lookup.OutsideText;
import farol.domain.lookup.SmtpFailure;
import farol.domain.lookup.SmtpReply;
import farol.domain.shared.Excerpt;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the replies of one mail server: lines of 512 bytes (CR and LF included), 100 of them and 64
 * KiB in all, whatever it is that sends them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.5">RFC 5321, section
 *     4.5.3.1.5</a>
 */
final class ReplyReader {
  private static final int LONGEST_LINE = 512;
  private static final int MOST_LINES = 100;
  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern LINE = Pattern.compile("([2-5]\\d\\d)(?:([ -])(.*))?");

  private InputStream in;
  private int lines;
  private int bytes;

  ReplyReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** Goes on with what comes over TLS; what was counted stays counted. */
  void continueWith(InputStream secured) {
    in = new BufferedInputStream(secured);
  }

  /** Reads one reply, of however many lines. */
  SmtpReply read() throws IOException, ProbeFailedException {
    List<String> texts = new ArrayList<>();
    String code = "";
    while (true) {
      String line = line();
      Matcher parts = LINE.matcher(line);
      if (!parts.matches() || (!texts.isEmpty() && !parts.group(1).equals(code))) {
        throw bad("no reply of SMTP: " + Excerpt.of(line));
      }
      code = parts.group(1);
      texts.add(parts.group(3) == null ? "" : parts.group(3));
      if (!"-".equals(parts.group(2))) {
        return new SmtpReply(Integer.parseInt(code), texts);
      }
    }
  }

  /**
   * Drops what has come beyond the last reply.
   *
   * @return whether anything had
   */
  boolean dropRest() throws IOException, ProbeFailedException {
    boolean any = false;
    while (in.available() > 0 && in.read() >= 0) {
      count();
      any = true;
    }
    return any;
  }

  private String line() throws IOException, ProbeFailedException {
    if (++lines > MOST_LINES) {
      throw bad("more than " + MOST_LINES + " lines");
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw bad("the server closed the connection");
      }
      count();
      line.write(next);
      if (line.size() >= LONGEST_LINE) {
        throw bad("a line of more than " + LONGEST_LINE + " bytes");
      }
    }
    count();
    byte[] text = line.toByteArray();
    boolean endsInCr = text.length > 0 && text[text.length - 1] == '\r';
    return OutsideText.of(text, endsInCr ? text.length - 1 : text.length);
  }

  private void count() throws ProbeFailedException {
    if (++bytes > MOST_BYTES) {
      throw bad("more than " + MOST_BYTES + " bytes");
    }
  }

  private static ProbeFailedException bad(String detail) {
    return new ProbeFailedException(SmtpFailure.BAD_SMTP, detail);
  }
}
