package farol.domain.diagnosis;

import farol.domain.report.PolicyType;
import java.util.Locale;

/**
 * What became of the mail of failed sessions, worst first. It decides how much a failure matters.
 */
public enum Consequence {
  /** Senders did not deliver: they defer, then return the mail. */
  REFUSED,
  /** Delivered, and refused as soon as the policy is enforced. */
  WOULD_BE_REFUSED,
  /** Delivered without TLS, or with TLS that proves nothing. */
  UNPROTECTED,
  /** Nothing that can be said to have harmed mail. */
  INFORMATION;

  /** Names it in text bundles and style sheets, such as {@code would-be-refused}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The consequence of a failure under the policy that the sender applied.
   *
   * <p>A sender that cannot fetch or read an MTA-STS policy, and holds none, delivers as if there
   * were none (RFC 8461, section 5.1). Broken DNSSEC and a partner's demand for DANE stop mail
   * whatever the policy says (RFC 7672, sections 2.1 and 2.2). A reporter that does not tell the
   * mode is not taken to have refused.
   *
   * @param mode of an {@code sts} policy; ignored for others
   */
  public static Consequence of(Cause cause, PolicyType type, PolicyMode mode) {
    return switch (cause) {
      case DNSSEC_INVALID, DANE_REQUIRED -> REFUSED;
      case STS_POLICY_FETCH_ERROR, STS_POLICY_INVALID, STS_WEBPKI_INVALID -> UNPROTECTED;
      case STARTTLS_NOT_SUPPORTED,
          CERTIFICATE_HOST_MISMATCH,
          CERTIFICATE_EXPIRED,
          CERTIFICATE_NOT_TRUSTED,
          MX_NOT_IN_POLICY,
          TLSA_INVALID,
          STARTTLS_REFUSED,
          HANDSHAKE_FAILED,
          HANDSHAKE_INTERRUPTED,
          VALIDATION_FAILURE,
          UNKNOWN ->
          under(type, mode);
    };
  }

  private static Consequence under(PolicyType type, PolicyMode mode) {
    if (type.equals(PolicyType.TLSA)) {
      return REFUSED;
    }
    if (type.equals(PolicyType.NO_POLICY_FOUND)) {
      return UNPROTECTED;
    }
    if (!type.equals(PolicyType.STS)) {
      return INFORMATION;
    }
    return switch (mode) {
      case ENFORCE -> REFUSED;
      case TESTING, UNKNOWN -> WOULD_BE_REFUSED;
      case NONE -> UNPROTECTED;
    };
  }
}
