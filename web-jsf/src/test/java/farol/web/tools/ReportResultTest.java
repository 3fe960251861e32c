package farol.web.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.RawReport;
import farol.domain.report.Report;
import farol.domain.report.ReportWindow;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.ResultType;
import farol.domain.report.SessionCounts;
import farol.tools.report.ExplainedPolicy;
import farol.tools.report.Explanation.Explained;
import farol.web.kit.Texts;
import farol.web.reports.Fact;
import farol.wire.Warning;
import farol.wire.WarningCode;
import farol.wire.mail.Envelope;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportResultTest {
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
  private static final FailureDetail EXPIRED =
      new FailureDetail(
          ResultType.CERTIFICATE_EXPIRED, null, "mx1.example.com", null, null, 3, null, null);

  @Test
  void worstConsequenceIsTheVerdict() {
    ReportResult result =
        result(policy(PolicyType.NO_POLICY_FOUND, 3, EXPIRED), policy(PolicyType.TLSA, 3, EXPIRED));

    assertThat(result.tone()).isEqualTo("refused");
    assertThat(result.verdict()).isEqualTo("Sessions failed, and mail was not delivered.");
  }

  @Test
  void nothingFailed() {
    ReportResult result = result(policy(PolicyType.STS, 0));

    assertThat(result.tone()).isEqualTo("ok");
    assertThat(result.verdict()).isEqualTo("No session failed.");
    assertThat(result.totals().get(0).failedTone()).isEqualTo("none-failed");
  }

  @Test
  void failuresWithoutADetailAreNotTakenForNone() {
    ReportResult result = result(policy(PolicyType.STS, 2));

    assertThat(result.tone()).isEqualTo("unprotected");
    assertThat(result.verdict()).contains("does not say why");
    assertThat(result.totals().get(0).failedTone()).isEqualTo("some-failed");
  }

  @Test
  void reportWithoutPoliciesSaysSo() {
    assertThat(result().verdict()).contains("no policy");
  }

  @Test
  void eachPolicyHasItsRowAndItsPlaceOnThePage() {
    ReportResult result =
        result(policy(PolicyType.STS, 0), policy(new PolicyType("unheard-of"), 3, EXPIRED));

    assertThat(result.totals())
        .extracting(PolicyRow::href, PolicyRow::type, PolicyRow::failed)
        .containsExactly(tuple("#policy-1", "MTA-STS", 0L), tuple("#policy-2", "unheard-of", 3L));
    assertThat(result.policies().get(1).anchor()).isEqualTo("policy-2");
    assertThat(result.policies().get(1).isAttributed()).isFalse();
  }

  @Test
  void moreThanFiftyPoliciesAreCounted() {
    ReportedPolicy[] many =
        Collections.nCopies(52, policy(PolicyType.STS, 0)).toArray(ReportedPolicy[]::new);

    assertThat(result(many).policies()).hasSize(50);
    assertThat(result(many).totals()).hasSize(50);
    assertThat(result(many).more()).isEqualTo("2 more policies are in the raw report.");
  }

  @Test
  void headSaysWhoForWhichDayAndWhichDomains() {
    assertThat(result(policy(PolicyType.STS, 0)).title()).isEqualTo("Report of Sender");
    assertThat(result(policy(PolicyType.STS, 0)).facts())
        .contains(
            new Fact("Day (UTC)", "Fri, 20 Nov 2026"),
            new Fact("Domains", "example.com"),
            new Fact("Report id", "id"));
  }

  @Test
  void mailSaysWhatItsEnvelopeSaid() {
    Envelope envelope =
        new Envelope("a@example.org", null, "example.com", null, "r.json.gz", "", null);

    assertThat(ReportResult.of(explained(envelope), none(), texts()).mail())
        .containsExactly(
            new Fact("From", "a@example.org"),
            new Fact("TLS-Report-Domain", "example.com"),
            new Fact("File name", "r.json.gz"));
    assertThat(result(policy(PolicyType.STS, 0)).mail()).isEmpty();
  }

  @Test
  void warningOfAMissingDomainSpeaksOfNoDomainOfThisServer() {
    assertThat(ReportResult.of(explained(null), none(), texts()).warnings())
        .containsExactly(new Fact("WARN_DOMAIN", "A policy names no domain."));
  }

  private static ReportResult result(ReportedPolicy... policies) {
    return ReportResult.of(explained(null, policies), none(), texts());
  }

  private static Explained explained(@Nullable Envelope envelope, ReportedPolicy... policies) {
    Report report =
        new Report(
            "Sender",
            null,
            "id",
            new ReportWindow(START, START.plusSeconds(86_399)),
            List.of(policies));
    return new Explained(
        report,
        report.policies().stream().map(ExplainedPolicy::of).toList(),
        List.of(new Warning(WarningCode.WARN_DOMAIN, "")),
        new RawReport(new byte[0], null, null),
        envelope);
  }

  private static ReportedPolicy policy(PolicyType type, long failed, FailureDetail... details) {
    return new ReportedPolicy(
        type, List.of(), "example.com", List.of(), new SessionCounts(9, failed), List.of(details));
  }

  private static OwnPages none() {
    return new OwnPages();
  }

  private static Texts texts() {
    return new Texts(Locale.ENGLISH);
  }
}
