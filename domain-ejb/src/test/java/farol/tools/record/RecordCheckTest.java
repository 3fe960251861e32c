package farol.tools.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import farol.domain.lookup.FakeDaneLookup;
import farol.domain.lookup.FakeLookup;
import farol.domain.lookup.FakePolicyFetch;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.PolicyAnswer;
import farol.domain.lookup.PolicyAnswers;
import farol.domain.lookup.PolicyFailure;
import farol.domain.posture.PostureReader;
import farol.domain.published.CertificateOrder;
import farol.domain.published.Finding;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import farol.domain.shared.TestClock;
import farol.domain.survey.DomainSurvey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCheckTest {
  private static final DomainName DOMAIN = DomainName.parse("example.com");
  private static final String POLICY =
      "version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 604800\n";

  private final FakeLookup records = new FakeLookup();
  private final FakeDaneLookup dane = new FakeDaneLookup();
  private final FakePolicyFetch policies = new FakePolicyFetch();
  private final RecordCheck check = new RecordCheck();

  @BeforeEach
  void wire() {
    check.survey =
        new DomainSurvey(
            records,
            dane,
            policies,
            (host, address) -> {
              throw new AssertionError("no mail server must be asked");
            });
    check.records = records;
    check.clock = new TestClock(CertificateOrder.NOW);
    check.reader = new PostureReader(TrustAnchors.of(List.of()), check.clock);
  }

  private void publish() {
    records.putTxt("_smtp._tls.example.com", "v=TLSRPTv1; rua=mailto:tls@example.com");
    records.putTxt("_mta-sts.example.com", "v=STSv1; id=1");
    records.putMx(
        "example.com",
        new MailExchanger(10, "mx.example.com"),
        new MailExchanger(20, "backup.example.net"));
    records.putAddresses("mx.example.com", "192.0.2.1");
    policies.serve("example.com", POLICY);
  }

  @Test
  void findsAllThatADomainPublishes() {
    publish();

    CheckedDomain checked = check.check(DOMAIN);

    assertThat(checked.exists()).isTrue();
    assertThat(codes(checked)).contains("VALID", "MX_NOT_IN_POLICY").doesNotContain("UNANSWERED");
    assertThat(codes(checked)).first().as("worst first").isEqualTo("MX_NOT_IN_POLICY");
    assertThat(checked.policies())
        .hasSize(2)
        .allSatisfy(
            policy -> {
              assertThat(policy.isFetched()).isTrue();
              assertThat(policy.body()).isEqualTo(POLICY);
            });
  }

  @Test
  void checksMtaStsAlone() {
    publish();

    CheckedDomain checked = check.checkMtaSts(DOMAIN);

    assertThat(records.queries("_smtp._tls.example.com")).isZero();
    assertThat(checked.isPolicyInForce()).isTrue();
    assertThat(checked.posture().mail().hosts())
        .extracting(host -> host.isCovered())
        .containsExactly(true, false);
    assertThat(codes(checked)).containsOnly("VALID", "MX_NOT_IN_POLICY");
  }

  @Test
  void saysThatADomainDoesNotExist() {
    CheckedDomain checked = check.check(DOMAIN);

    assertThat(checked.exists()).isFalse();
    assertThat(codes(checked)).containsExactly("NO_SUCH_DOMAIN");
  }

  @Test
  void doesNotTakeADomainWithoutMailForOneThatDoesNotExist() {
    records.putAddresses("example.com", "192.0.2.1");

    CheckedDomain checked = check.check(DOMAIN);

    assertThat(checked.exists()).isTrue();
    assertThat(codes(checked)).containsExactly("NONE", "NONE", "NO_MX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "_smtp._tls.example.com", "_mta-sts.example.com"})
  void saysWhatWasNotAnswered(String name) {
    publish();
    records.fail(name, "SERVFAIL");

    CheckedDomain checked = check.check(DOMAIN);

    assertThat(checked.exists()).isTrue();
    assertThat(checked.findings())
        .filteredOn(finding -> finding.code().equals("UNANSWERED"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains(name));
    assertThat(codes(checked)).doesNotContain("NONE", "NO_MX");
  }

  @Test
  void saysThatThePolicyWasNotAnswered() {
    publish();
    policies.fail("example.com", PolicyFailure.LOOKUP_FAILED, "SERVFAIL");

    assertThat(codes(check.checkMtaSts(DOMAIN))).containsExactly("UNANSWERED", "VALID");
  }

  @ParameterizedTest
  @EnumSource(
      value = PolicyFailure.class,
      names = {"LOOKUP_FAILED", "INTERNAL_ERROR", "NO_ROUTE", "STATUS", "NO_ADDRESS"},
      mode = EnumSource.Mode.EXCLUDE)
  void saysHowTheFetchFailed(PolicyFailure failure) {
    publish();
    policies.fail("example.com", failure, "detail");

    CheckedDomain checked = check.checkMtaSts(DOMAIN);

    assertThat(codes(checked)).contains("POLICY_NOT_FETCHED").doesNotContain("UNANSWERED");
    assertThat(checked.policies()).extracting(PolicySource::code).containsOnly(failure.name());
  }

  @Test
  void isContentWithOneFamilyWhereThereIsNoWayByTheOther() {
    publish();
    PolicyAnswers both = policies.fetch(DOMAIN).toCompletableFuture().join();
    policies.put(
        "example.com",
        new PolicyAnswers(
            both.ipv4(),
            new PolicyAnswer.Failed(PolicyFailure.NO_ROUTE, "no IPv6", null, List.of())));

    CheckedDomain checked = check.checkMtaSts(DOMAIN);

    assertThat(codes(checked)).doesNotContain("UNANSWERED");
    assertThat(checked.policies()).extracting(PolicySource::isUnknown).containsExactly(false, true);
  }

  @Test
  void survivesAMailHostWhoseNameLeavesNoRoom() {
    publish();
    String label = "a".repeat(60) + ".";
    records.putMx("example.com", new MailExchanger(1, label.repeat(4) + "example"));

    assertThatCode(() -> check.check(DOMAIN)).doesNotThrowAnyException();
  }

  private static List<String> codes(CheckedDomain checked) {
    return checked.findings().stream().map(Finding::code).toList();
  }
}
