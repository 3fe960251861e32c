package farol.domain.published;

import static java.util.Objects.requireNonNull;

import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An MTA-STS policy: which hosts may take mail for a domain, and what senders do about the others
 * and about hosts without a valid certificate.
 *
 * @param maxAge how long senders keep the policy: whole seconds, 0 to 31557600 (a year)
 * @param mx the hosts; at least one unless the mode is {@link Mode#NONE}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8461#section-3.2">RFC 8461, section 3.2</a>
 */
public record MtaStsPolicy(Mode mode, Duration maxAge, List<MxPattern> mx) {
  static final String VERSION = "STSv1";
  static final String SOURCE = "RFC 8461, section 3.2";
  static final long LONGEST_AGE = 31_557_600; // seconds: a year of 365.25 days

  private static final String LINE_END = "\r\n";

  public MtaStsPolicy {
    requireNonNull(mode, "mode");
    if (maxAge.isNegative()
        || maxAge.toSeconds() > LONGEST_AGE
        || !maxAge.equals(maxAge.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException(
          "max_age must be 0 to " + LONGEST_AGE + " whole seconds, got " + maxAge);
    }
    mx = List.copyOf(mx);
    if (mx.isEmpty() && mode != Mode.NONE) {
      throw new IllegalArgumentException("a policy must name the hosts, unless its mode is none");
    }
  }

  /** What senders do about a host that does not keep to the policy. */
  public enum Mode {
    /** They do not deliver to it. */
    ENFORCE,
    /** They deliver, and report it. */
    TESTING,
    /** Nothing: there is no policy any more. */
    NONE;

    /** As a policy has it, in lower case. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads the policy that a web server gave.
   *
   * @param contentType the header with which it came; null if there was none
   */
  public static RecordReading<MtaStsPolicy> read(byte[] body, @Nullable String contentType) {
    RecordReading<MtaStsPolicy> reading = read(body);
    return isPlainText(contentType) ? reading : reading.with(notPlainText(contentType));
  }

  /** Reads a policy by itself, however it may be served. */
  public static RecordReading<MtaStsPolicy> read(byte[] body) {
    return new MtaStsPolicySyntax().read(body);
  }

  /** The policy as it is to be hosted: ASCII, lines ending in CR LF. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("version: ").append(VERSION).append(LINE_END);
    text.append("mode: ").append(mode.text()).append(LINE_END);
    mx.forEach(pattern -> text.append("mx: ").append(pattern).append(LINE_END));
    return text.append("max_age: ").append(maxAge.toSeconds()).append(LINE_END).toString();
  }

  /**
   * Whether the policy names this host among those that may take mail (RFC 8461, section 4.1). What
   * follows where it does not is a question of the mode.
   */
  public boolean names(DomainName host) {
    return mx.stream().anyMatch(pattern -> pattern.matches(host));
  }

  /** Parameters do not matter, whatever they say. */
  private static boolean isPlainText(@Nullable String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().equalsIgnoreCase("text/plain");
  }

  private static Finding notPlainText(@Nullable String contentType) {
    return Finding.warning(
        FindingCode.NOT_TEXT_PLAIN,
        "careful senders take a policy as text/plain only, and this one came "
            + (contentType == null ? "without a content type" : "as " + Excerpt.of(contentType)),
        "Have the web server answer with Content-Type: text/plain.",
        SOURCE);
  }
}
