package farol.domain.keeping;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Something that has been kept for long enough.
 *
 * @param before all of the kind that is from before this UTC day; the first of a month for what is
 *     kept by the month
 */
public record Expired(Kind kind, LocalDate before) implements Comparable<Expired>, Serializable {
  private static final long serialVersionUID = 1L;

  private static final Comparator<Expired> IN_ORDER =
      Comparator.comparing(Expired::kind).thenComparing(Expired::before);

  public Expired {
    requireNonNull(kind, "kind");
    requireNonNull(before, "before");
  }

  /** What is kept for a time of its own, in the order in which it is dropped. */
  public enum Kind {
    /** Reports as they came, by the month of receipt. */
    RAW,
    /** All that reports say, by the month of receipt; sums stay. */
    REPORTS,
    /** Sums of a day, by when the last report went into them. */
    ROLLUPS,
    /** What a domain has published before, by when it was seen last. */
    OBSERVATIONS,
    /** Refused bodies, by when they came. */
    QUARANTINE,
    /** Imports, by when they were over. */
    IMPORTS
  }

  /** By kind, then the oldest first. */
  @Override
  public int compareTo(Expired other) {
    return IN_ORDER.compare(this, other);
  }

  /** As in {@code REPORTS before 2025-10-01}. */
  @Override
  public String toString() {
    return kind + " before " + before;
  }
}
