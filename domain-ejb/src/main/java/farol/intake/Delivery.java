package farol.intake;

import farol.wire.RefusalCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a delivered report.
 *
 * @param warnings codes of what was odd about an accepted report
 * @param code why it was refused; null unless it was
 * @param detail the reason for people; empty unless it was refused
 */
public record Delivery(
    Status status, List<String> warnings, @Nullable RefusalCode code, String detail) {
  public Delivery {
    warnings = List.copyOf(warnings);
  }

  /** In one word. */
  public enum Status {
    /** Durable in the database. */
    STORED,
    /** Durable since an earlier delivery; nothing changed. */
    DUPLICATE,
    /** Durable on disk; it goes into the database when that is back. */
    SPOOLED,
    /** Not taken. */
    REFUSED
  }

  static Delivery accepted(Status status, List<String> warnings) {
    return new Delivery(status, warnings, null, "");
  }

  static Delivery refused(RefusalCode code, String detail) {
    return new Delivery(Status.REFUSED, List.of(), code, detail);
  }

  /** Present when it was refused. */
  public Optional<RefusalCode> refusal() {
    return Optional.ofNullable(code);
  }
}
