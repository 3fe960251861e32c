package farol.domain.monitored;

import static java.util.Objects.requireNonNull;

import farol.domain.lookup.LookupOutcome;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * One look-up of the ownership record.
 *
 * @param detail for a person: the records seen instead, their collector tokens masked, or why DNS
 *     did not answer; empty when there is nothing to say
 */
@Embeddable
public record OwnershipCheck(
    @Column(name = "last_check_at") Instant at,
    @Enumerated(EnumType.STRING) @Column(name = "last_check_outcome") CheckOutcome outcome,
    @Column(name = "last_check_detail") String detail) {
  private static final int LONGEST_DETAIL = 1_000;

  public OwnershipCheck {
    requireNonNull(at, "at");
    requireNonNull(outcome, "outcome");
    detail = CollectorToken.masked(detail);
    detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
  }

  /** Judges what DNS answered. */
  static OwnershipCheck of(OwnershipAnswer answer, String token, Instant at) {
    return answer
        .record()
        .fold(
            records ->
                Ownership.isProven(records, token)
                    ? unlessEverywhere(answer.elsewhere(), token, at)
                    : new OwnershipCheck(
                        at, CheckOutcome.OTHER_RECORDS, String.join("\n", records)),
            reason -> new OwnershipCheck(at, CheckOutcome.ABSENT, reason.name()),
            failure -> new OwnershipCheck(at, CheckOutcome.TEMPORARY_FAILURE, failure));
  }

  private static OwnershipCheck unlessEverywhere(
      LookupOutcome<String> elsewhere, String token, Instant at) {
    return elsewhere.fold(
        records ->
            Ownership.isProven(records, token)
                ? new OwnershipCheck(at, CheckOutcome.WILDCARD, String.join("\n", records))
                : new OwnershipCheck(at, CheckOutcome.PROVEN, ""),
        reason -> new OwnershipCheck(at, CheckOutcome.PROVEN, ""),
        failure -> new OwnershipCheck(at, CheckOutcome.TEMPORARY_FAILURE, failure));
  }
}
