package farol.domain.posture;

import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of what a domain publishes, as the look noticed it that found it first.
 *
 * @param id of the observation that began or ended with it; the order of changes at one time
 * @param at when it was noticed; it happened since the look before
 * @param kind of what changed
 * @param subject which one of that kind
 * @param earlier null where there was nothing before, or nobody had looked
 * @param later null where it is gone, and nothing is in its place
 */
public record Change(
    long id,
    Instant at,
    Observed kind,
    String subject,
    @Nullable String earlier,
    @Nullable String later)
    implements Comparable<Change> {
  private static final Comparator<Change> NEWEST_FIRST =
      Comparator.comparing(Change::at).reversed().thenComparingLong(Change::id);

  public Aspect aspect() {
    return new Aspect(kind, subject);
  }

  /** The value before. Outside text. */
  public Optional<String> before() {
    return Optional.ofNullable(earlier);
  }

  /** The value since. Outside text. */
  public Optional<String> after() {
    return Optional.ofNullable(later);
  }

  /** Newest first. */
  @Override
  public int compareTo(Change other) {
    return NEWEST_FIRST.compare(this, other);
  }
}
