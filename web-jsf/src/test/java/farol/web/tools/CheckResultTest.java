package farol.web.tools;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.posture.Known;
import farol.domain.posture.PostureReader;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import farol.domain.shared.TestClock;
import farol.domain.survey.Aspect;
import farol.domain.survey.Depth;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import farol.tools.record.CheckedDomain;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import farol.web.reports.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckResultTest {
  private static final DomainName DOMAIN = DomainName.parse("bücher.example");
  private static final String ENFORCE =
      "version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 604800\n";

  private final Look.Builder look = Look.builder();

  @BeforeEach
  void publish() {
    look.see(Aspect.of(Observed.TLSRPT_RECORD), "v=TLSRPTv1; rua=mailto:a@example.com\nother");
    look.see(Aspect.of(Observed.MTASTS_RECORD), "v=STSv1; id=1");
    look.see(new Aspect(Observed.POLICY_FETCH, "ipv4"), "FETCHED\ntext/plain");
    look.see(new Aspect(Observed.MTASTS_POLICY, "ipv4"), ENFORCE);
    look.see(new Aspect(Observed.POLICY_FETCH, "ipv6"), "STATUS_404");
    look.see(Aspect.of(Observed.MX), "10 mx.example.com\n20 backup.example.net");
  }

  @Test
  void hasASectionForEachThingThatWasLookedAt() {
    assertThat(CheckResult.of(checked(Depth.RECORDS, true), english()).sections())
        .extracting(Section::id)
        .containsExactly(
            "tlsrpt", "mta-sts", "policy-ipv4", "policy-ipv6", "mx", "host-1", "host-2");
    assertThat(CheckResult.ofMtaSts(checked(Depth.MTA_STS, true), english()).sections())
        .extracting(Section::id)
        .containsExactly("mta-sts", "policy-ipv4", "policy-ipv6", "mx");
  }

  @Test
  void saysHowThePolicyCame() {
    Section policy = section("policy-ipv4");

    assertThat(policy.raw()).isEqualTo(ENFORCE);
    assertThat(policy.facts())
        .contains(
            new Fact("Fetch", "Fetched, with status 200 (FETCHED)"),
            new Fact("Media type", "text/plain"));
    assertThat(section("policy-ipv6").facts())
        .containsExactly(
            new Fact("Fetch", "The host answers with another status than 200 (STATUS_404)"));
  }

  @Test
  void holdsTheMailHostsAgainstThePolicy() {
    assertThat(section("mx").facts())
        .containsExactly(
            new Fact("mx.example.com", "in the policy"),
            new Fact("backup.example.net", "not in the policy"));
  }

  @Test
  void hasNoPolicyWhereItHasNoHost() {
    look.see(new Aspect(Observed.POLICY_FETCH, "ipv4"), "NO_ADDRESS");
    look.see(new Aspect(Observed.POLICY_FETCH, "ipv6"), "NO_ADDRESS");

    assertThat(CheckResult.ofMtaSts(checked(Depth.MTA_STS, true), english()).sections())
        .extracting(Section::id)
        .containsExactly("mta-sts", "mx");
  }

  @Test
  void saysOnlyThatADomainDoesNotExist() {
    CheckResult result = CheckResult.of(checked(Depth.RECORDS, false), english());

    assertThat(result.sections()).isEmpty();
    assertThat(result.general()).extracting(FindingRow::code).containsExactly("NO_SUCH_DOMAIN");
  }

  @Test
  void saysInTheReadersLanguageWhatItIsAboutAndInEnglishWhatExactly() {
    look.see(Aspect.of(Observed.TLSRPT_RECORD), "v=TLSRPTV1");
    FindingRow row =
        CheckResult.of(checked(Depth.RECORDS, true), new Texts(Locale.forLanguageTag("pt-BR")))
            .sections()
            .get(0)
            .findings()
            .get(0);

    assertThat(row.title()).isEqualTo("Versão errada ou ausente");
    assertThat(row.advice()).startsWith("Comece pela versão");
    assertThat(row.message()).endsWith("got v=TLSRPTV1");
    assertThat(row.fix()).startsWith("Begin the record");
  }

  private Section section(String id) {
    return CheckResult.of(checked(Depth.RECORDS, true), english()).sections().stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private CheckedDomain checked(Depth depth, boolean exists) {
    TestClock clock = new TestClock(Instant.parse("2026-11-28T12:00:00Z"));
    Known known = Known.by(look.build(), clock.instant());
    PostureReader reader = new PostureReader(TrustAnchors.of(List.of()), clock);
    return new CheckedDomain(
        DOMAIN, depth, known, reader.read(known, DOMAIN, List.of()), exists, clock.instant());
  }

  private static Texts english() {
    return new Texts(Locale.ENGLISH);
  }
}
