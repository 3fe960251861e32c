package farol.intake;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Bytes that are kept, as a job goes through them: stored reports first, then refused bodies, each
 * in the order of their keys.
 *
 * @param id a stored report's key, or a refused body's
 */
public record Kept(Kind kind, long id) implements Comparable<Kept>, Serializable {
  private static final long serialVersionUID = 1L;

  /** Comes before all. */
  public static final Kept NONE = new Kept(Kind.REPORT, 0);

  private static final Comparator<Kept> IN_ORDER =
      Comparator.comparing(Kept::kind).thenComparingLong(Kept::id);

  public Kept {
    requireNonNull(kind, "kind");
  }

  /** Where they are kept. */
  public enum Kind {
    REPORT,
    REFUSED
  }

  /** For people: the kind, and the key. */
  String text() {
    return (kind == Kind.REPORT ? "report " : "refused body ") + id;
  }

  @Override
  public int compareTo(Kept other) {
    return IN_ORDER.compare(this, other);
  }
}
