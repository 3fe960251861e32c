package farol.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.ResultType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CauseTest {
  @ParameterizedTest
  @CsvSource({
    "starttls-not-supported, STARTTLS_NOT_SUPPORTED",
    "certificate-host-mismatch, CERTIFICATE_HOST_MISMATCH",
    "certificate-expired, CERTIFICATE_EXPIRED",
    "certificate-not-trusted, CERTIFICATE_NOT_TRUSTED",
    "validation-failure, VALIDATION_FAILURE",
    "tlsa-invalid, TLSA_INVALID",
    "dnssec-invalid, DNSSEC_INVALID",
    "dane-required, DANE_REQUIRED",
    "sts-policy-fetch-error, STS_POLICY_FETCH_ERROR",
    "sts-policy-invalid, STS_POLICY_INVALID",
    "sts-webpki-invalid, STS_WEBPKI_INVALID",
    "certificate-revoked, UNKNOWN",
    "'', UNKNOWN"
  })
  void eachResultTypeIsACauseOfItsOwn(String type, Cause cause) {
    assertThat(Cause.of(new ResultType(type), null)).isEqualTo(cause);
  }

  @Test
  void failureWithoutTypeIsUnknown() {
    assertThat(Cause.of(null, "MX_HOSTS_MISMATCH")).isEqualTo(Cause.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "MX_HOSTS_MISMATCH, MX_NOT_IN_POLICY",
    "mtasts-policy-mx-mismatch, MX_NOT_IN_POLICY",
    "mx-mismatch, MX_NOT_IN_POLICY",
    "MX not authorized by policy., MX_NOT_IN_POLICY",
    "Mx_Mismatch, MX_NOT_IN_POLICY",
    "dane-no-match, TLSA_INVALID",
    "CERTIFICATE_EXPIRED, CERTIFICATE_EXPIRED",
    "X509_V_ERR_CERT_HAS_EXPIRED, CERTIFICATE_EXPIRED",
    "certificate has expired, CERTIFICATE_EXPIRED",
    "4.7.5 [internal] SSL certificate subject does not match host, CERTIFICATE_HOST_MISMATCH",
    "X509_V_ERR_HOSTNAME_MISMATCH, CERTIFICATE_HOST_MISMATCH",
    "CERTIFICATE_HOST_MISMATCH, CERTIFICATE_HOST_MISMATCH",
    "self-signed_certificate, CERTIFICATE_NOT_TRUSTED",
    "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, CERTIFICATE_NOT_TRUSTED",
    "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, CERTIFICATE_NOT_TRUSTED",
    "CERTIFICATE_NOT_TRUSTED, CERTIFICATE_NOT_TRUSTED",
    "smtp-starttls-reply-code-454, STARTTLS_REFUSED",
    "STARTTLS_NOT_SUPPORTED, STARTTLS_NOT_SUPPORTED",
    "back-off-after-recent-fetch-error, STS_POLICY_FETCH_ERROR",
    "io-timeout-during-handshake, HANDSHAKE_INTERRUPTED",
    "connection-closed-during-handshake, HANDSHAKE_INTERRUPTED",
    "tls-record-header-error, HANDSHAKE_FAILED",
    "tls-remote-40-handshake_failure, HANDSHAKE_FAILED",
    "tls-local-70-protocol-version-not-supported, HANDSHAKE_FAILED",
    "VALIDATION_FAILURE, VALIDATION_FAILURE",
    "'', VALIDATION_FAILURE",
    "something nobody knows, VALIDATION_FAILURE"
  })
  void reasonCodeTellsWhatAValidationFailureWas(String code, Cause cause) {
    assertThat(Cause.of(ResultType.VALIDATION_FAILURE, code)).isEqualTo(cause);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MX_HOSTS_MISMATCH", "mtasts-policy-mx-mismatch", "mx-mismatch"})
  void mxMissingInPolicyIsToldFromAMalformedPolicy(String code) {
    assertThat(Cause.of(ResultType.STS_POLICY_INVALID, code)).isEqualTo(Cause.MX_NOT_IN_POLICY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"certificate has expired", "io-timeout-during-handshake", "unknown"})
  void otherReasonsLeaveAMalformedPolicyWhatItIs(String code) {
    assertThat(Cause.of(ResultType.STS_POLICY_INVALID, code)).isEqualTo(Cause.STS_POLICY_INVALID);
  }

  @Test
  void reasonCodeNeverOverridesATypeThatSaysEnough() {
    assertThat(Cause.of(ResultType.CERTIFICATE_EXPIRED, "MX_HOSTS_MISMATCH"))
        .isEqualTo(Cause.CERTIFICATE_EXPIRED);
  }

  @Test
  void keyReadsLikeAResultType() {
    assertThat(Cause.MX_NOT_IN_POLICY.key()).isEqualTo("mx-not-in-policy");
  }
}
