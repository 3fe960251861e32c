package farol.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Why sessions failed. The registry may grow, so unknown values are kept as they came.
 *
 * @param value the type verbatim
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-4.3">RFC 8460, section 4.3</a>
 */
public record ResultType(String value) {
  public static final ResultType STARTTLS_NOT_SUPPORTED = new ResultType("starttls-not-supported");
  public static final ResultType CERTIFICATE_HOST_MISMATCH =
      new ResultType("certificate-host-mismatch");
  public static final ResultType CERTIFICATE_EXPIRED = new ResultType("certificate-expired");
  public static final ResultType CERTIFICATE_NOT_TRUSTED =
      new ResultType("certificate-not-trusted");
  public static final ResultType VALIDATION_FAILURE = new ResultType("validation-failure");
  public static final ResultType TLSA_INVALID = new ResultType("tlsa-invalid");
  public static final ResultType DNSSEC_INVALID = new ResultType("dnssec-invalid");
  public static final ResultType DANE_REQUIRED = new ResultType("dane-required");
  public static final ResultType STS_POLICY_FETCH_ERROR = new ResultType("sts-policy-fetch-error");
  public static final ResultType STS_POLICY_INVALID = new ResultType("sts-policy-invalid");
  public static final ResultType STS_WEBPKI_INVALID = new ResultType("sts-webpki-invalid");

  private static final Set<String> KNOWN =
      Set.of(
          STARTTLS_NOT_SUPPORTED.value,
          CERTIFICATE_HOST_MISMATCH.value,
          CERTIFICATE_EXPIRED.value,
          CERTIFICATE_NOT_TRUSTED.value,
          VALIDATION_FAILURE.value,
          TLSA_INVALID.value,
          DNSSEC_INVALID.value,
          DANE_REQUIRED.value,
          STS_POLICY_FETCH_ERROR.value,
          STS_POLICY_INVALID.value,
          STS_WEBPKI_INVALID.value);

  public ResultType {
    requireNonNull(value, "value");
  }

  /** Whether RFC 8460 names this type. */
  public boolean isKnown() {
    return KNOWN.contains(value);
  }
}
