package farol.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.trend.FailureKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  @Test
  void reasonAndModeDecide() {
    assertThat(of("validation-failure", "MX_HOSTS_MISMATCH", "sts", "mode: testing"))
        .isEqualTo(new Diagnosis(Cause.MX_NOT_IN_POLICY, Consequence.WOULD_BE_REFUSED));
    assertThat(of("certificate-expired", "", "sts", "mode: enforce"))
        .isEqualTo(new Diagnosis(Cause.CERTIFICATE_EXPIRED, Consequence.REFUSED));
  }

  @Test
  void whatNobodyToldIsUnknownAndHarmsNobody() {
    assertThat(of("", "", "", "")).isEqualTo(new Diagnosis(Cause.UNKNOWN, Consequence.INFORMATION));
  }

  @Test
  void worstConsequenceComesFirst() {
    Diagnosis information = of("", "", "", "");
    Diagnosis unprotected = of("sts-policy-fetch-error", "", "sts", "");
    Diagnosis refused = of("tlsa-invalid", "", "tlsa", "");
    Diagnosis tested = of("certificate-expired", "", "sts", "mode: testing");

    assertThat(Stream.of(information, unprotected, tested, refused).sorted())
        .containsExactly(refused, tested, unprotected, information);
  }

  private static Diagnosis of(String type, String reason, String policyType, String mode) {
    return Diagnosis.of(new FailureKind(type, reason, policyType, List.of(mode)));
  }
}
