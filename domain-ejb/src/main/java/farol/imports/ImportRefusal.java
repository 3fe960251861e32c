package farol.imports;

import static java.util.Objects.requireNonNull;

import farol.intake.Verdict;

/**
 * Something in an import that was not taken.
 *
 * @param ordinal its number in the import, from 0
 * @param place where it was, for people, as in {@code old.zip!inbox.mbox#17}; harmless and short
 * @param verdict foreign, no report, or refused
 * @param code the reason in capitals
 * @param reason for people; outside text in it is harmless and short
 */
public record ImportRefusal(
    long ordinal, String place, Verdict verdict, String code, String reason) {
  public ImportRefusal {
    requireNonNull(place, "place");
    requireNonNull(verdict, "verdict");
    requireNonNull(code, "code");
    requireNonNull(reason, "reason");
  }
}
