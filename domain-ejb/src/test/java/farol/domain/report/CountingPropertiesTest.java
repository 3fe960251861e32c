package farol.domain.report;

import static farol.domain.report.Reports.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What a sender may do to a report, or a network to its delivery, without changing a total. */
class CountingPropertiesTest {
  private static final int TRIES = 500;
  private static final String DOMAIN = "example.com";
  private static final Set<String> MX_HOSTS = Set.of("mx1.example.com");

  @Property(tries = TRIES)
  void orderOfPoliciesDoesNotMatter(
      @ForAll("policies") List<ReportedPolicy> policies, @ForAll Random random) {
    List<ReportedPolicy> shuffled = new ArrayList<>(policies);
    Collections.shuffle(shuffled, random);

    assertThat(counts(shuffled)).isEqualTo(counts(policies));
  }

  @Property(tries = TRIES)
  void policySplitInTwoCountsAsOne(
      @ForAll("policies") List<ReportedPolicy> policies, @ForAll @LongRange(min = 0) long cut) {
    List<ReportedPolicy> split = policies.stream().flatMap(whole -> halves(whole, cut)).toList();

    assertThat(counts(split)).isEqualTo(counts(policies));
  }

  @Property(tries = TRIES)
  void sessionsListedUnderTlsaAndUnderStsCountOnce(
      @ForAll("sessions") List<SessionCounts> sessions) {
    List<ReportedPolicy> once = new ArrayList<>();
    sessions.forEach(counts -> once.add(own(PolicyType.STS, counts)));
    List<ReportedPolicy> twice = new ArrayList<>(once);
    sessions.forEach(counts -> twice.add(own(PolicyType.TLSA, counts)));

    assertThat(counts(twice)).isEqualTo(counts(once));
  }

  @Property(tries = TRIES)
  void policiesOfOthersChangeNothing(
      @ForAll("policies") List<ReportedPolicy> policies,
      @ForAll("sessions") List<SessionCounts> sessions) {
    List<ReportedPolicy> more = new ArrayList<>(policies);
    sessions.forEach(
        counts ->
            more.add(
                0, policy(PolicyType.STS, "www." + DOMAIN, counts.successful(), counts.failed())));

    assertThat(counts(more)).isEqualTo(counts(policies));
  }

  @Property(tries = TRIES)
  void everyCountedSessionIsOfSomePolicyAndNoneOfTheLargerKindIsLost(
      @ForAll("policies") List<ReportedPolicy> policies) {
    SessionCounts all = sum(policies.stream().filter(CountingPropertiesTest::isOurs).toList());

    long counted = counts(policies).tried();

    assertThat(counted)
        .isLessThanOrEqualTo(all.tried())
        .isGreaterThanOrEqualTo((all.tried() + 1) / 2);
  }

  @Property(tries = TRIES)
  void sumOfReportsDependsNeitherOnTheirOrderNorOnHowTheyComeInBatches(
      @ForAll("sessions") List<SessionCounts> sessions, @ForAll Random random) {
    List<SessionCounts> shuffled = new ArrayList<>(sessions);
    Collections.shuffle(shuffled, random);
    int cut = random.nextInt(shuffled.size() + 1);

    SessionCounts inBatches =
        total(shuffled.subList(0, cut)).plus(total(shuffled.subList(cut, shuffled.size())));

    assertThat(inBatches).isEqualTo(total(sessions));
    assertThat(inBatches.tried())
        .isEqualTo(sessions.stream().mapToLong(SessionCounts::tried).sum());
  }

  @Provide
  Arbitrary<List<SessionCounts>> sessions() {
    return sessionCounts().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<ReportedPolicy>> policies() {
    Arbitrary<PolicyType> types =
        Arbitraries.of("tlsa", "sts", "no-policy-found", "future").map(PolicyType::new);
    Arbitrary<String> domains =
        Arbitraries.of(DOMAIN, "mx1.example.com", "www.example.com", "victim.example")
            .injectNull(0.2);
    return Combinators.combine(types, domains, sessionCounts())
        .as((type, domain, counts) -> policy(type, domain, counts.successful(), counts.failed()))
        .list()
        .ofMaxSize(8);
  }

  private static Arbitrary<SessionCounts> sessionCounts() {
    Arbitrary<Long> count = Arbitraries.longs().between(0, 1_000_000_000_000L);
    return Combinators.combine(count, count).as(SessionCounts::new);
  }

  private static Stream<ReportedPolicy> halves(ReportedPolicy whole, long cut) {
    long successful = cut % (whole.counts().successful() + 1);
    long failed = cut % (whole.counts().failed() + 1);
    return Stream.of(
        policy(whole.type(), whole.policyDomain(), successful, failed),
        policy(
            whole.type(),
            whole.policyDomain(),
            whole.counts().successful() - successful,
            whole.counts().failed() - failed));
  }

  private static ReportedPolicy own(PolicyType type, SessionCounts counts) {
    return policy(type, DOMAIN, counts.successful(), counts.failed());
  }

  private static boolean isOurs(ReportedPolicy policy) {
    return Attribution.of(policy, DOMAIN, MX_HOSTS).isCounted();
  }

  private static SessionCounts counts(List<ReportedPolicy> policies) {
    Report report = Reports.withPolicies(policies.toArray(ReportedPolicy[]::new));
    return CountedReport.of(report, DOMAIN, MX_HOSTS).counts();
  }

  private static SessionCounts sum(List<ReportedPolicy> policies) {
    return total(policies.stream().map(ReportedPolicy::counts).toList());
  }

  private static SessionCounts total(List<SessionCounts> counts) {
    return counts.stream().reduce(SessionCounts.NONE, SessionCounts::plus);
  }
}
