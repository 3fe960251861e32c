package farol.domain.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What senders make of something that a domain publishes.
 *
 * @param findings at least one; the first is the verdict, the others explain it
 * @param valid what is in force, or null if senders see nothing that they could use
 */
public record RecordReading<T>(List<Finding> findings, @Nullable T valid) {
  public RecordReading {
    findings = List.copyOf(findings);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a reading must have a verdict");
    }
  }

  /** Nothing in force, and why. */
  static <T> RecordReading<T> none(Finding verdict) {
    return new RecordReading<>(List.of(verdict), null);
  }

  /** What is in force, if anything is. */
  public Optional<T> record() {
    return Optional.ofNullable(valid);
  }

  /**
   * The code of the verdict: {@code VALID}, {@code NONE}, or one that says what is wrong; that of a
   * record or policy begins {@code INVALID_}.
   */
  public String verdict() {
    return findings.get(0).code();
  }

  /** The same with one more finding at the end. */
  RecordReading<T> with(Finding finding) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(finding);
    return new RecordReading<>(more, valid);
  }
}
