package farol.domain.report;

/**
 * What the signatures of a mail say about the report in it. A valid one says that whoever holds the
 * domain's key wrote this mail; not to whom, nor that the report is true.
 */
public enum DkimGrade {
  /** A signature is valid and of the domain that sent the report. */
  ALIGNED,
  /** A signature is valid, but of another domain: a mailing service's, or whoever forwarded it. */
  OTHER_SIGNER,
  /** There are signatures, and none is valid. */
  FAILED,
  /** No signature, or only such as count for none (RFC 6376, section 3.6.1, {@code t=y}). */
  UNSIGNED,
  /** DNS did not answer when the mail was read: nothing is proven, and nothing disproven. */
  UNDECIDED
}
