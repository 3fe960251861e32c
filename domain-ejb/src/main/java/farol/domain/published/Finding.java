package farol.domain.published;

import static java.util.Objects.requireNonNull;

/**
 * Something to say about what a domain publishes. Message and fix may quote what was published, cut
 * but not escaped.
 *
 * @param kind what it is about, whatever the details
 * @param message what is so, for a mail operator
 * @param fix what to do about it; empty if there is nothing to do
 * @param source where it is laid down ({@code RFC 8460, section 3}); empty if nowhere
 */
public record Finding(
    Severity severity, FindingCode kind, String message, String fix, String source) {
  public Finding {
    requireNonNull(severity, "severity");
    requireNonNull(kind, "kind");
    requireNonNull(message, "message");
    requireNonNull(fix, "fix");
    requireNonNull(source, "source");
  }

  /** Stable, in capitals ({@code INVALID_URI}): scripts rely on it. */
  public String code() {
    return kind.name();
  }

  /** How much a finding matters. */
  public enum Severity {
    /** Senders will not do what it is there for, or soon will not any more. */
    ERROR,
    /** It works, but not everywhere, or not as it seems. */
    WARNING,
    /** Good to know. */
    INFO
  }

  /** One of this severity. */
  public static Finding error(FindingCode code, String message, String fix, String source) {
    return new Finding(Severity.ERROR, code, message, fix, source);
  }

  /** One of this severity. */
  public static Finding warning(FindingCode code, String message, String fix, String source) {
    return new Finding(Severity.WARNING, code, message, fix, source);
  }

  /** One of this severity. */
  public static Finding info(FindingCode code, String message, String fix, String source) {
    return new Finding(Severity.INFO, code, message, fix, source);
  }
}
