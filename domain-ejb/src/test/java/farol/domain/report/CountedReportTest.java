package farol.domain.report;

import static farol.domain.report.Reports.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedReportTest {
  private static final PolicyType FUTURE = new PolicyType("future-policy");
  private static final Set<String> MX_HOSTS = Set.of("mx1.example.com");

  @ParameterizedTest(name = "tlsa {0}+{1}, sts {2}+{3}: {4}+{5}")
  @CsvSource({
    "2, 0, 2, 0, 2, 0", // Microsoft: the same sessions under both
    "5, 0, 2, 0, 5, 0",
    "2, 0, 5, 0, 5, 0",
    "5, 1, 2, 9, 2, 9",
    "3, 4, 5, 2, 3, 4", // as many tried: the one with more failures
    "5, 2, 3, 4, 3, 4",
    "7, 0, 0, 7, 0, 7",
    "0, 7, 7, 0, 0, 7",
    "0, 0, 1, 1, 1, 1",
    "1, 1, 0, 0, 1, 1",
    "0, 0, 0, 0, 0, 0"
  })
  void tlsaAndStsAreNeverAdded(
      long tlsaSuccessful,
      long tlsaFailed,
      long stsSuccessful,
      long stsFailed,
      long successful,
      long failed) {
    ReportedPolicy tlsa = policy(PolicyType.TLSA, "example.com", tlsaSuccessful, tlsaFailed);
    ReportedPolicy sts = policy(PolicyType.STS, "example.com", stsSuccessful, stsFailed);

    assertThat(counts(tlsa, sts)).isEqualTo(new SessionCounts(successful, failed));
    assertThat(counts(sts, tlsa)).isEqualTo(new SessionCounts(successful, failed));
  }

  @Test
  void policiesOfOneTypeAreSummedBeforeTheTypesAreCompared() {
    SessionCounts counts =
        counts(
            policy(PolicyType.TLSA, "mx1.example.com", 4, 0),
            policy(PolicyType.STS, "example.com", 5, 0),
            policy(PolicyType.TLSA, "mx1.example.com", 3, 1));

    assertThat(counts).isEqualTo(new SessionCounts(7, 1));
  }

  @Test
  void otherTypesAreAdded() {
    SessionCounts counts =
        counts(
            policy(PolicyType.NO_POLICY_FOUND, "example.com", 1, 10),
            policy(PolicyType.TLSA, "example.com", 100, 0),
            policy(PolicyType.STS, "example.com", 99, 0),
            policy(FUTURE, "example.com", 1000, 20),
            policy(PolicyType.NO_POLICY_FOUND, "example.com", 2, 0));

    assertThat(counts).isEqualTo(new SessionCounts(1103, 30));
  }

  @Test
  void foreignPoliciesAreKeptButNotCounted() {
    CountedReport counted =
        counted(
            policy(PolicyType.STS, "victim.example", 900, 0),
            policy(PolicyType.STS, "example.com", 1, 2),
            policy(PolicyType.TLSA, "mx.victim.example", 900, 0));

    assertThat(counted.counts()).isEqualTo(new SessionCounts(1, 2));
    assertThat(counted.policies())
        .extracting(AttributedPolicy::attribution)
        .containsExactly(Attribution.FOREIGN, Attribution.OWN, Attribution.FOREIGN);
  }

  @Test
  void policiesWithoutADomainAndOfMxHostsCount() {
    SessionCounts counts =
        counts(
            policy(PolicyType.NO_POLICY_FOUND, null, 1, 0),
            policy(PolicyType.TLSA, "mx1.example.com", 10, 0));

    assertThat(counts).isEqualTo(new SessionCounts(11, 0));
  }

  @Test
  void reportWithOnlyForeignPoliciesDoesNotConcernTheDomain() {
    assertThat(counted(policy(PolicyType.STS, "victim.example", 1, 0)).concernsDomain()).isFalse();
  }

  @Test
  void reportWithoutPoliciesDoesNotConcernTheDomain() {
    assertThat(counted().concernsDomain()).isFalse();
  }

  @Test
  void reportWithOnePolicyOfOursConcernsTheDomain() {
    CountedReport counted =
        counted(
            policy(PolicyType.STS, "victim.example", 1, 0),
            policy(PolicyType.STS, "example.com", 0, 0));

    assertThat(counted.concernsDomain()).isTrue();
  }

  /**
   * Every report of up to three policies over the types, with every count of 0 to 2, against the
   * rule written down as plainly as possible.
   */
  @Test
  void everySmallReportFollowsTheRule() {
    for (List<ReportedPolicy> policies : everySmallList()) {
      SessionCounts expected = byTheBook(policies);

      assertThat(counts(policies.toArray(ReportedPolicy[]::new)))
          .as("%s", policies)
          .isEqualTo(expected);
    }
  }

  private static SessionCounts byTheBook(List<ReportedPolicy> policies) {
    SessionCounts tlsa = sum(policies, PolicyType.TLSA);
    SessionCounts sts = sum(policies, PolicyType.STS);
    boolean tlsaCounts =
        tlsa.tried() != sts.tried() ? tlsa.tried() > sts.tried() : tlsa.failed() > sts.failed();
    return (tlsaCounts ? tlsa : sts).plus(sum(policies, PolicyType.NO_POLICY_FOUND));
  }

  private static SessionCounts sum(List<ReportedPolicy> policies, PolicyType type) {
    long successful = 0;
    long failed = 0;
    for (ReportedPolicy policy : policies) {
      if (policy.type().equals(type)) {
        successful += policy.counts().successful();
        failed += policy.counts().failed();
      }
    }
    return new SessionCounts(successful, failed);
  }

  private static List<List<ReportedPolicy>> everySmallList() {
    List<ReportedPolicy> choices = new ArrayList<>();
    for (PolicyType type : List.of(PolicyType.TLSA, PolicyType.STS, PolicyType.NO_POLICY_FOUND)) {
      for (long successful = 0; successful <= 2; successful++) {
        for (long failed = 0; failed <= 2; failed++) {
          choices.add(policy(type, "example.com", successful, failed));
        }
      }
    }
    List<List<ReportedPolicy>> lists = new ArrayList<>();
    for (ReportedPolicy first : choices) {
      lists.add(List.of(first));
      for (ReportedPolicy second : choices) {
        lists.add(List.of(first, second));
        choices.forEach(third -> lists.add(List.of(first, second, third)));
      }
    }
    return lists;
  }

  private static CountedReport counted(ReportedPolicy... policies) {
    return CountedReport.of(Reports.withPolicies(policies), "example.com", MX_HOSTS);
  }

  private static SessionCounts counts(ReportedPolicy... policies) {
    return counted(policies).counts();
  }
}
