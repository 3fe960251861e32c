package farol.domain.lookup;

import java.util.List;

/**
 * A reply of a mail server.
 *
 * @param code 200 to 599
 * @param lines what follows the code, a line each, made safe to show; at least one, perhaps empty
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.2">RFC 5321, section 4.2</a>
 */
public record SmtpReply(int code, List<String> lines) {
  public SmtpReply {
    if (code < 200 || code > 599) {
      throw new IllegalArgumentException("an SMTP reply code must be 200 to 599, got " + code);
    }
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("an SMTP reply must have a line");
    }
  }

  /** Whether the server does what it was asked for. */
  public boolean isPositive() {
    return code < 300;
  }

  /** The reply on one line. */
  @Override
  public String toString() {
    return code + " " + String.join(" / ", lines);
  }
}
