package farol.dkim;

import static java.util.Objects.requireNonNull;

import farol.domain.lookup.OutsideText;
import farol.domain.report.DkimGrade;
import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * What came of proving a mail's signatures. Show the domain beside the grade: it is all that is
 * proven, while names in a report are claims of whoever signed it.
 *
 * @param domain who signed, or is said to have; null where no signature could be read
 * @param selector which of its keys
 * @param forReports whether the key of a valid signature is published for TLS reports ({@code
 *     s=tlsrpt}), so that not everybody who may send mail of the domain can use it
 * @param flaw why the signature does not count; null where it does, is undecided, or is missing
 * @param detail for people, in English: short, and outside text in it is harmless
 */
public record DkimOutcome(
    DkimGrade grade,
    @Nullable DomainName domain,
    @Nullable String selector,
    boolean forReports,
    @Nullable DkimFlaw flaw,
    String detail) {
  public DkimOutcome {
    requireNonNull(grade, "grade");
    requireNonNull(detail, "detail");
  }

  static DkimOutcome unsigned() {
    return new DkimOutcome(
        DkimGrade.UNSIGNED, null, null, false, null, "the mail has no DKIM signature");
  }

  /** Of a report that lay in a mailbox by itself. */
  public static DkimOutcome ofNoMail() {
    return new DkimOutcome(
        DkimGrade.UNSIGNED, null, null, false, null, "it came without a mail that could be signed");
  }

  /** No signature was tried. */
  static DkimOutcome failed(DkimFlaw flaw) {
    return new DkimOutcome(
        DkimGrade.FAILED, null, null, false, flaw, "no signature counts: " + flaw.text());
  }

  static DkimOutcome valid(MailSignature signature, boolean aligned, boolean forReports) {
    return new DkimOutcome(
        aligned ? DkimGrade.ALIGNED : DkimGrade.OTHER_SIGNER,
        signature.domain(),
        signature.selector(),
        forReports,
        null,
        "signed by "
            + signature.domain()
            + (aligned ? ", its submitter" : ", not by its submitter"));
  }

  static DkimOutcome flawed(MailSignature signature, DkimFlaw flaw) {
    return new DkimOutcome(
        flaw == DkimFlaw.KEY_IN_TESTING ? DkimGrade.UNSIGNED : DkimGrade.FAILED,
        signature.domain(),
        signature.selector(),
        false,
        flaw,
        "the signature of %s (selector %s) does not count: %s"
            .formatted(signature.domain(), signature.selector(), flaw.text()));
  }

  static DkimOutcome undecided(MailSignature signature, String failure) {
    return new DkimOutcome(
        DkimGrade.UNDECIDED,
        signature.domain(),
        signature.selector(),
        false,
        null,
        "DNS did not give the key %s: %s"
            .formatted(signature.keyName(), Excerpt.of(OutsideText.safe(failure))));
  }
}
