package farol.intake;

import static java.util.Objects.requireNonNull;

import farol.wire.RefusalCode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading kept bytes again.
 *
 * @param code why they are refused; null unless they are
 * @param detail the reason for people; empty unless they are refused
 */
public record Reread(Outcome outcome, @Nullable RefusalCode code, String detail) {
  public Reread {
    requireNonNull(outcome, "outcome");
    requireNonNull(detail, "detail");
  }

  /** In one word. */
  public enum Outcome {
    /** A stored report: it says what it said before. */
    UNCHANGED,
    /** A stored report: it says something else now. */
    CHANGED,
    /** A stored report: it says the same as another one, and one of them is gone. */
    MERGED,
    /** A refused body: it is a report now, and stored. */
    STORED,
    /** A refused body: it is a report now, which had been stored before. */
    DUPLICATE,
    /** Not a report, or not for its domain; a stored one stays as it was. */
    REFUSED,
    /** The bytes are no longer kept. */
    GONE;

    /** In the API, and in the audit log. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Reread of(Outcome outcome) {
    return new Reread(outcome, null, "");
  }

  static Reread refused(Judgement.Refused refused) {
    return new Reread(Outcome.REFUSED, refused.code(), refused.detail());
  }

  /** Present when they are refused. */
  public Optional<RefusalCode> refusal() {
    return Optional.ofNullable(code);
  }
}
