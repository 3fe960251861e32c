package farol.domain.posture;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostedVersions;
import farol.domain.published.Finding;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MxPattern;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import farol.domain.shared.TestClock;
import farol.domain.survey.Aspect;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostingJudgeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final DomainName DOMAIN = DomainName.parse("example.com");
  private static final Aspect RECORD = Aspect.of(Observed.MTASTS_RECORD);
  private static final MtaStsPolicy POLICY =
      new MtaStsPolicy(Mode.ENFORCE, WEEK, List.of(new MxPattern("mx.example.com")));

  private final HostedVersions versions = new HostedVersions();
  private final Look.Builder look = Look.builder();

  @BeforeEach
  void serveAndPublish() {
    versions.serve("new", POLICY, NOW.minus(WEEK));
    look.see(RECORD, "v=STSv1; id=new");
    fetch("ipv4", POLICY.text());
    look.see(new Aspect(Observed.POLICY_FETCH, "ipv6"), "NO_ADDRESS");
  }

  @Test
  void hasNothingAgainstWhatIsSeenAsItIsServed() {
    assertThat(codes()).isEmpty();
  }

  @Test
  void findsAnotherIdInTheRecord() {
    look.see(RECORD, "v=STSv1; id=old");

    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("HOSTED_ID_DIFFERS");
              assertThat(finding.message()).contains("old", "new");
              assertThat(finding.fix()).contains("v=STSv1; id=new");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v=STSv1; id=", "v=STSv1; id=new\nv=STSv1; id=new"})
  void findsNoRecord(String records) {
    look.see(RECORD, records);

    assertThat(codes()).containsExactly("HOSTED_RECORD_MISSING");
  }

  @Test
  void findsAnotherPolicy() {
    fetch("ipv4", POLICY.text().replace("enforce", "testing"));

    assertThat(codes()).containsExactly("HOSTED_POLICY_DIFFERS");
  }

  @Test
  void findsAnotherPolicyByOneFamily() {
    fetch("ipv6", "<html>");

    assertThat(codes()).containsExactly("HOSTED_POLICY_DIFFERS");
  }

  @Test
  void doesNotMindHowLinesEnd() {
    fetch("ipv4", POLICY.text().replace("\r", ""));

    assertThat(codes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_ADDRESS", "STATUS_404", "CERTIFICATE_INVALID"})
  void findsThatItCannotBeFetched(String code) {
    look.see(new Aspect(Observed.POLICY_FETCH, "ipv4"), code);

    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("HOSTED_POLICY_NOT_FETCHED");
              assertThat(finding.message()).contains(code);
            });
  }

  @Test
  void doesNotTakeAnOlderLookForWhatIsSeenNow() {
    look.see(RECORD, "v=STSv1; id=old");

    assertThat(codes(judge(versions.all(), Set.of()))).containsExactly("HOSTED_NOT_SEEN_YET");
  }

  @Test
  void letsTheRecordGoOnceNobodyHoldsAnOlderPolicy() {
    MtaStsPolicy none = new MtaStsPolicy(Mode.NONE, Duration.ofDays(1), List.of());
    fetch("ipv4", none.text());
    look.see(RECORD, "");

    versions.serve("none", none, NOW.minus(WEEK).plusSeconds(1));
    assertThat(codes()).containsExactly("HOSTED_RECORD_MISSING");
    assertThat(codes(judge(left(none), look.build().seen().keySet()))).isEmpty();
  }

  @Test
  void saysNothingWhereNothingIsServed() {
    assertThat(judge(HostedPolicies.NONE, Set.of())).isEmpty();
  }

  @Test
  void isPartOfThePosture() {
    look.see(RECORD, "v=STSv1; id=old");

    Posture posture =
        new PostureReader(TrustAnchors.of(List.of()), new TestClock(NOW))
            .read(known(versions.all(), look.build().seen().keySet()), DOMAIN, List.of());
    assertThat(posture.mtaSts().findings()).extracting(Finding::code).contains("HOSTED_ID_DIFFERS");
  }

  private static HostedPolicies left(MtaStsPolicy none) {
    return new HostedVersions()
        .serve("old", POLICY, NOW.minus(WEEK.multipliedBy(3)))
        .serve("none", none, NOW.minus(WEEK.multipliedBy(2)))
        .all();
  }

  private void fetch(String family, String body) {
    look.see(new Aspect(Observed.POLICY_FETCH, family), "FETCHED\ntext/plain");
    look.see(new Aspect(Observed.MTASTS_POLICY, family), body);
  }

  private List<String> codes() {
    return codes(findings());
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private List<Finding> findings() {
    return judge(versions.all(), look.build().seen().keySet());
  }

  private List<Finding> judge(HostedPolicies policies, Set<Aspect> seen) {
    return new HostingJudge(known(policies, seen), DOMAIN, NOW).judge();
  }

  private Known known(HostedPolicies policies, Set<Aspect> seen) {
    Known known = Known.by(look.build(), NOW);
    return new Known(known.sightings(), known.certificates(), new Known.Hosting(policies, seen));
  }
}
