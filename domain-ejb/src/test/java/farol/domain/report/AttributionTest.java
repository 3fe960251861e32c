package farol.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttributionTest {
  private static final Set<String> MX_HOSTS = Set.of("mx1.example.net", "mx2.example.net");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "sts,             example.com,       OWN",
        "no-policy-found, example.com,       OWN",
        "future-policy,   example.com,       OWN",
        "tlsa,            example.com,       OWN",
        "sts,             -,                 ASSUMED_OWN",
        "tlsa,            -,                 ASSUMED_OWN",
        "tlsa,            mx2.example.net,   MX_HOST",
        "sts,             mx2.example.net,   FOREIGN",
        "no-policy-found, mx2.example.net,   FOREIGN",
        "tlsa,            mx3.example.net,   FOREIGN",
        "tlsa,            example.net,       FOREIGN",
        "sts,             com,               FOREIGN",
        "sts,             mail.example.com,  FOREIGN",
        "sts,             badexample.com,    FOREIGN",
        "sts,             example.com.evil,  FOREIGN"
      })
  void policyBelongsToTheDomainItNames(
      String type, @Nullable String policyDomain, Attribution expected) {
    ReportedPolicy policy = Reports.policy(new PolicyType(type), policyDomain, 1, 0);

    assertThat(Attribution.of(policy, "example.com", MX_HOSTS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "tlsa, mx1.example.net, ASSUMED_MX_HOST",
    "tlsa, example.com,     OWN",
    "sts,  mx1.example.net, FOREIGN"
  })
  void anyHostWillDoWhileNoMxIsKnown(String type, String policyDomain, Attribution expected) {
    ReportedPolicy policy = Reports.policy(new PolicyType(type), policyDomain, 1, 0);

    assertThat(Attribution.of(policy, "example.com", Set.of())).isEqualTo(expected);
  }

  @Test
  void foreignPoliciesAreNotCounted() {
    assertThat(Attribution.FOREIGN.isCounted()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOREIGN")
  void everythingElseIsCounted(Attribution attribution) {
    assertThat(attribution.isCounted()).isTrue();
  }
}
