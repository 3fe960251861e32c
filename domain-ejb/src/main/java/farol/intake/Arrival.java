package farol.intake;

import static java.util.Objects.requireNonNull;

import farol.dkim.DkimOutcome;
import farol.domain.report.Origin;
import farol.domain.report.Way;
import farol.domain.shared.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How something came that was not posted.
 *
 * @param source the mailbox, or the place in the imported file, for people; outside text in it is
 *     harmless and short
 * @param mailedAt when the mail reached its mailbox; null: what the mail says itself
 * @param accountId only this account's domains may have it; null: whichever it is for
 * @param importId the import that it belongs to; null unless it does
 */
public record Arrival(
    Way way,
    String source,
    @Nullable Instant mailedAt,
    @Nullable Long accountId,
    @Nullable Long importId) {
  public Arrival {
    requireNonNull(way, "way");
    requireNonNull(source, "source");
  }

  /** In a mailbox of the installation's own. */
  public static Arrival inMailbox(String mailbox, Instant mailedAt) {
    return new Arrival(Way.MAIL, mailbox, mailedAt, null, null);
  }

  /** In a file that somebody imports for an account. */
  public static Arrival inFile(String place, long accountId, long importId) {
    return new Arrival(Way.IMPORT, place, null, accountId, importId);
  }

  /** Of a report by itself, which nobody has signed. */
  Origin origin() {
    return new Origin(way, null, null, false, "", source, importId);
  }

  /** Of a report in a mail. */
  Origin origin(DkimOutcome proof) {
    @Nullable DomainName signer = proof.domain();
    return new Origin(
        way,
        proof.grade(),
        signer == null ? null : signer.value(),
        proof.forReports(),
        proof.detail(),
        source,
        importId);
  }
}
