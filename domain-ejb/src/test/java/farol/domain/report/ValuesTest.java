package farol.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @Test
  void policyTypeIsCaseInsensitive() {
    assertThat(new PolicyType("STS")).isEqualTo(PolicyType.STS);
  }

  @Test
  void unknownPolicyTypeIsKept() {
    PolicyType type = new PolicyType("invalid-policy-type");

    assertThat(type.value()).isEqualTo("invalid-policy-type");
    assertThat(type.isKnown()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tlsa", "sts", "no-policy-found"})
  void policyTypesOfTheRfcAreKnown(String value) {
    assertThat(new PolicyType(value).isKnown()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "starttls-not-supported",
        "certificate-host-mismatch",
        "certificate-expired",
        "certificate-not-trusted",
        "validation-failure",
        "tlsa-invalid",
        "dnssec-invalid",
        "dane-required",
        "sts-policy-fetch-error",
        "sts-policy-invalid",
        "sts-webpki-invalid"
      })
  void resultTypesOfTheRfcAreKnown(String value) {
    assertThat(new ResultType(value).isKnown()).isTrue();
  }

  @Test
  void unknownResultTypeIsKeptVerbatim() {
    ResultType type = new ResultType("Quantum-Handshake-Flux");

    assertThat(type.value()).isEqualTo("Quantum-Handshake-Flux");
    assertThat(type.isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1"})
  void sessionCountsAreNeverNegative(long successful, long failed) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SessionCounts(successful, failed));
  }

  @Test
  void sessionCountsAdd() {
    SessionCounts sum = new SessionCounts(1, 2).plus(new SessionCounts(10, 20));

    assertThat(sum).isEqualTo(new SessionCounts(11, 22));
    assertThat(sum.tried()).isEqualTo(33);
  }

  @Test
  void sessionCountsRefuseToOverflow() {
    SessionCounts most = new SessionCounts(Long.MAX_VALUE, 0);

    assertThatThrownBy(() -> most.plus(new SessionCounts(1, 0)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void reportCountsForTheUtcDayOnWhichItsWindowStarts() {
    ReportWindow window =
        new ReportWindow(
            Instant.parse("2026-11-20T23:59:59Z"), Instant.parse("2026-11-27T00:00:00Z"));

    assertThat(window.day()).isEqualTo(LocalDate.of(2026, 11, 20));
  }

  @Test
  void windowNeverEndsWhenItStarts() {
    Instant start = Instant.parse("2026-11-20T00:00:00Z");

    assertThatIllegalArgumentException().isThrownBy(() -> new ReportWindow(start, start));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Example.com", "example.com.", ""})
  void policyDomainIsNormalisedBeforeItIsAValue(String domain) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reports.policy(PolicyType.STS, domain, 1, 0));
  }

  @Test
  void failedSessionsAreNeverNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FailureDetail(null, null, null, null, null, -1, null, null));
  }

  @Test
  void reportDoesNotChangeWithTheListItWasMadeFrom() {
    List<ReportedPolicy> policies = new ArrayList<>(Reports.full().policies());
    Report report = new Report("Sender", null, "1", Reports.DAY, policies);

    policies.clear();

    assertThat(report.policies()).hasSize(1);
  }
}
