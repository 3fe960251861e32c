package farol.web.failures;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DayRange;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureAddressTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final FailureAddress OF_DOMAIN =
      new FailureAddress(Map.of(FailureTopic.DOMAIN, "example.com"), FailureTopic.CAUSE, "days=30");

  @Test
  void dayOfAllDomainsStandsFromItselfToItself() {
    assertThat(FailureAddress.ofDays(Map.of(), new DayRange(MONDAY, MONDAY)).href())
        .isEqualTo("failures?by=cause&from=2026-03-02&to=2026-03-02");
  }

  @Test
  void domainHasAPageOfItsOwn() {
    assertThat(OF_DOMAIN.href()).isEqualTo("domain-failures?name=example.com&by=cause&days=30");
    assertThat(OF_DOMAIN.without(FailureTopic.DOMAIN).href())
        .isEqualTo("failures?by=cause&days=30");
  }

  @Test
  void outsideTextStaysWithinItsParameter() {
    FailureAddress address =
        new FailureAddress(Map.of(FailureTopic.REPORTER, "A & B=\"<é>"), FailureTopic.MX, "days=7");

    assertThat(address.href())
        .isEqualTo("failures?by=mx&reporter=A+%26+B%3D%22%3C%C3%A9%3E&days=7");
  }

  @Test
  void rowLeadsToItsFailuresByWhatIsNotSettledYet() {
    FailureAddress hosts = OF_DOMAIN.into("certificate-expired", false).orElseThrow();
    FailureAddress reporters = hosts.into("mx1.example.com", false).orElseThrow();

    assertThat(hosts.href())
        .isEqualTo("domain-failures?name=example.com&by=mx&cause=certificate-expired&days=30");
    assertThat(reporters.href())
        .isEqualTo(
            "domain-failures?name=example.com&by=reporter&cause=certificate-expired"
                + "&mx=mx1.example.com&days=30");
  }

  @Test
  void dayLeadsToThatDay() {
    assertThat(OF_DOMAIN.by(FailureTopic.DAY).into("2026-03-02", false).orElseThrow().href())
        .isEqualTo("domain-failures?name=example.com&by=cause&from=2026-03-02&to=2026-03-02");
  }

  @Test
  void lastRowLeadsNowhere() {
    FailureAddress all =
        new FailureAddress(
            Map.of(
                FailureTopic.DOMAIN, "example.com",
                FailureTopic.CAUSE, "tlsa-invalid",
                FailureTopic.MX, "mx",
                FailureTopic.REPORTER, "a",
                FailureTopic.SENDING_ADDRESS, "192.0.2.1",
                FailureTopic.RESULT_TYPE, "tlsa-invalid"),
            FailureTopic.POLICY_TYPE,
            "days=30");

    assertThat(all.into("sts", true)).isEmpty();
    assertThat(all.into("sts", false)).isPresent();
  }
}
