package farol.domain.posture;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What senders make of the TXT records at {@code _smtp._tls}.
 *
 * @param findings at least one; the first is the verdict, the others explain it
 * @param valid the record in force, or null if senders see none
 */
public record TlsRptReading(List<Finding> findings, @Nullable TlsRptRecord valid) {
  public TlsRptReading {
    findings = List.copyOf(findings);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a reading must have a verdict");
    }
  }

  /** The record in force, if there is one. */
  public Optional<TlsRptRecord> record() {
    return Optional.ofNullable(valid);
  }

  /** The code of the verdict: {@code VALID}, {@code NONE} or one that begins {@code INVALID_}. */
  public String verdict() {
    return findings.get(0).code();
  }
}
