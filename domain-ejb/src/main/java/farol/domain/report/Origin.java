package farol.domain.report;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How a report came, and what its mail's signatures say about that.
 *
 * @param grade null for what was posted, or imported as a report by itself; one that lay in a
 *     mailbox by itself is unsigned
 * @param signer the domain, in A-labels, that signed the mail or is said to have; null where no
 *     signature could be read. Of a valid signature it is all that is proven
 * @param keyForReports whether the key of a valid signature is published for TLS reports only
 * @param detail what came of proving the signatures, for people, in English; empty without a mail
 * @param source the mailbox, or the place in the imported file, for people; empty for what was
 *     posted
 * @param importId which import stored it; null unless one did
 */
public record Origin(
    Way way,
    @Nullable DkimGrade grade,
    @Nullable String signer,
    boolean keyForReports,
    String detail,
    String source,
    @Nullable Long importId) {
  /** Posted to the domain's collector. */
  public static final Origin HTTPS = new Origin(Way.HTTPS, null, null, false, "", "", null);

  public Origin {
    requireNonNull(way, "way");
    requireNonNull(detail, "detail");
    requireNonNull(source, "source");
  }

  /** Whether it came with a mail of which nobody knows that the reporter has written it. */
  public boolean isUnproven() {
    return grade != null && grade != DkimGrade.ALIGNED;
  }
}
