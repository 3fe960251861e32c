package farol.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import farol.domain.published.Finding;
import farol.domain.published.Finding.Severity;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MxPattern;
import farol.domain.shared.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyChangeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final DomainName MX = DomainName.parse("mx.example.com");

  private final HostedVersions versions = new HostedVersions();

  @Test
  void hasNothingAgainstATestThatNamesAllHosts() {
    assertThat(findings(policy(Mode.TESTING, "mx.example.com"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ENFORCE, ERROR, true", "TESTING, WARNING, false"})
  void warnsOfLockingAMailHostOut(Mode mode, Severity severity, boolean confirmation) {
    serve(policy(mode, "mx.example.com"), NOW.minus(DAY.multipliedBy(30)));
    PolicyChange change = change(policy(mode, "other.example.com"));

    assertThat(change.findings(NOW))
        .extracting(Finding::code, Finding::severity)
        .contains(tuple("MX_LOCKED_OUT", severity));
    assertThat(change.needsConfirmation(NOW)).isEqualTo(confirmation);
    assertThat(codes(change)).contains("PATTERN_WITHOUT_MX");
  }

  @Test
  void locksNobodyOutWithoutAPolicy() {
    assertThat(codes(change(policy(Mode.NONE)))).doesNotContain("MX_LOCKED_OUT");
  }

  @Test
  void wantsATrialBeforeEnforce() {
    MtaStsPolicy enforce = policy(Mode.ENFORCE, "mx.example.com");
    assertThat(codes(change(enforce))).containsExactly("ENFORCE_UNTRIED");

    serve(policy(Mode.TESTING, "mx.example.com"), NOW.minus(DAY.multipliedBy(13)));
    assertThat(codes(change(enforce))).containsExactly("ENFORCE_UNTRIED");
    assertThat(change(enforce).findings(NOW.plus(DAY))).isEmpty();
  }

  @Test
  void wantsNoTrialAgainWhereEnforceIsOnAlready() {
    serve(policy(Mode.ENFORCE, "mx.example.com"), NOW.minus(DAY));

    assertThat(codes(change(policy(Mode.ENFORCE, "*.example.com")))).isEmpty();
  }

  @Test
  void wantsATrialAnewAfterABreak() {
    serve(policy(Mode.TESTING, "mx.example.com"), NOW.minus(DAY.multipliedBy(30)));
    versions.stop(NOW.minus(DAY.multipliedBy(20)));
    serve(policy(Mode.TESTING, "mx.example.com"), NOW.minus(DAY));

    assertThat(codes(change(policy(Mode.ENFORCE, "mx.example.com"))))
        .containsExactly("ENFORCE_UNTRIED");
  }

  @Test
  void countsATrialOverChangesWithinIt() {
    serve(policy(Mode.TESTING, "mx.example.com"), NOW.minus(DAY.multipliedBy(15)));
    versions.stop(NOW.minus(DAY));
    serve(policy(Mode.TESTING, "*.example.com"), NOW.minus(DAY));

    assertThat(codes(change(policy(Mode.ENFORCE, "mx.example.com")))).isEmpty();
  }

  @Test
  void wantsATrialOfWhatIsServedNoMore() {
    serve(policy(Mode.ENFORCE, "mx.example.com"), NOW.minus(DAY.multipliedBy(30)));
    versions.stop(NOW.minus(DAY));

    assertThat(codes(change(policy(Mode.ENFORCE, "mx.example.com"))))
        .containsExactly("ENFORCE_UNTRIED");
  }

  @Test
  void saysThatNobodyKnowsTheHosts() {
    PolicyChange change =
        new PolicyChange(versions.all(), policy(Mode.TESTING, "mx.example.com"), List.of());

    assertThat(codes(change)).containsExactly("MX_UNKNOWN");
  }

  @Test
  void warnsOfWhatSendersWarnOf() {
    serve(policy(Mode.ENFORCE, "mx.example.com"), NOW.minus(DAY));
    MtaStsPolicy hasty =
        new MtaStsPolicy(Mode.ENFORCE, DAY, List.of(new MxPattern("mx.example.com")));

    assertThat(codes(change(hasty))).containsExactly("SHORT_MAX_AGE");
  }

  @Test
  void warnsOfALongFarewell() {
    MtaStsPolicy brief = new MtaStsPolicy(Mode.NONE, DAY, List.of());

    assertThat(codes(change(brief))).isEmpty();
    assertThat(codes(change(policy(Mode.NONE)))).containsExactly("LONG_FAREWELL");
  }

  @Test
  void saysHowLongLeavingTakes() {
    serve(policy(Mode.ENFORCE, "mx.example.com"), NOW.minus(DAY));

    assertThat(findings(new MtaStsPolicy(Mode.NONE, DAY, List.of())))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("LEAVING");
              assertThat(finding.message()).contains(NOW.plus(DAY.multipliedBy(7)).toString());
            });
  }

  @Test
  void wantsToBeSureBeforeSomethingInForceIsServedNoMore() {
    serve(policy(Mode.TESTING, "mx.example.com"), NOW.minus(DAY));

    assertThat(codes(change(null))).containsExactly("STILL_IN_FORCE");
    assertThat(change(null).needsConfirmation(NOW)).isTrue();
  }

  @Test
  void waitsForOlderVersionsBeforeItEnds() {
    serve(policy(Mode.ENFORCE, "mx.example.com"), NOW.minus(DAY.multipliedBy(9)));
    versions.stop(NOW.minus(DAY.multipliedBy(6)));
    serve(policy(Mode.NONE), NOW.minus(DAY.multipliedBy(6)));

    assertThat(codes(change(null))).containsExactly("OLDER_IN_FORCE");
    assertThat(change(null).findings(NOW.plus(DAY))).isEmpty();
  }

  private void serve(MtaStsPolicy policy, Instant since) {
    versions.serve("id", policy, since);
  }

  private PolicyChange change(@Nullable MtaStsPolicy draft) {
    return new PolicyChange(versions.all(), draft, List.of(MX));
  }

  private List<Finding> findings(@Nullable MtaStsPolicy draft) {
    return change(draft).findings(NOW);
  }

  private static List<String> codes(PolicyChange change) {
    return change.findings(NOW).stream().map(Finding::code).toList();
  }

  private static MtaStsPolicy policy(Mode mode, String... mx) {
    return new MtaStsPolicy(mode, Duration.ofDays(7), Stream.of(mx).map(MxPattern::new).toList());
  }
}
