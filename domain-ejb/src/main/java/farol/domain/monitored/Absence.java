package farol.domain.monitored;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * For how long the record that proved a domain has not been there. Looks that DNS did not answer do
 * not count.
 *
 * @param since when it was first missed
 * @param looks how many have missed it, that one included
 */
@Embeddable
public record Absence(
    @Column(name = "missing_since") Instant since, @Column(name = "missed_looks") int looks) {
  /** How long a domain stays verified without its record: a weekend, and a day to notice. */
  static final Duration PATIENCE = Duration.ofDays(3);

  private static final int FEWEST_LOOKS = 3;

  static Absence beginning(Instant now) {
    return new Absence(now, 1);
  }

  Absence again() {
    return new Absence(since, looks + 1);
  }

  /** Whether it has been missed for long enough, and often enough, to be no accident. */
  boolean isLapse(Instant now) {
    return looks >= FEWEST_LOOKS && !now.isBefore(since.plus(PATIENCE));
  }

  /** When the domain is suspended, if the record does not come back before. */
  public Instant end() {
    return since.plus(PATIENCE);
  }
}
