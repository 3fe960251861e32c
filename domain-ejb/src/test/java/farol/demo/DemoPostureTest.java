package farol.demo;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.posture.Known;
import farol.domain.posture.Posture;
import farol.domain.posture.Posture.Dane;
import farol.domain.posture.Posture.MailHost;
import farol.domain.posture.PostureReader;
import farol.domain.published.Finding;
import farol.domain.published.Finding.Severity;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.TestClock;
import farol.domain.survey.Aspect;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoPostureTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
  private static final URI COLLECTOR =
      URI.create("https://farol.example/tls-rpt/ingest/abcdefghijklmnopqrstuvwxyz012345");
  private static final Instant NOW = LAST_DAY.plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC);

  @ParameterizedTest
  @EnumSource(DemoDomain.class)
  void sameLastDayGivesTheSame(DemoDomain domain) {
    assertThat(seen(posture(domain))).isEqualTo(seen(posture(domain)));
  }

  @ParameterizedTest
  @EnumSource(DemoDomain.class)
  void pastIsToldInOrderAndFromTheFirstDayOn(DemoDomain domain) {
    List<Instant> times = posture(domain).past().stream().map(DemoPosture.Past::at).toList();

    assertThat(times).isSorted().doesNotHaveDuplicates();
    assertThat(times.get(0)).isEqualTo("2026-09-22T10:30:00Z");
    assertThat(times).allSatisfy(time -> assertThat(time).isBefore(NOW));
  }

  @Test
  void certificateIsRenewedOnTheDayOnWhichFailuresEnd() {
    Aspect certificate = new Aspect(Observed.MAIL_CERTIFICATE, "mx2.lighthouse.example 192.0.2.12");

    assertThat(changes(DemoDomain.LIGHTHOUSE, certificate))
        .containsExactly("2026-09-22T10:30:00Z", "2026-11-04T10:30:00Z");
  }

  @Test
  void hostThatThePolicyMissesIsAddedOnTheDayOnWhichFailuresBegin() {
    assertThat(changes(DemoDomain.HARBOR, Aspect.of(Observed.MX)))
        .containsExactly("2026-09-22T10:30:00Z", "2026-10-28T10:30:00Z");
    assertThat(judged(DemoDomain.HARBOR).mail().hosts())
        .extracting(MailHost::isCovered)
        .containsExactly(true, true, false);
    assertThat(codes(DemoDomain.HARBOR, Severity.WARNING)).containsExactly("MX_NOT_IN_POLICY");
  }

  @Test
  void nothingElseIsWrong() {
    assertThat(codes(DemoDomain.LIGHTHOUSE, Severity.WARNING)).isEmpty();
    assertThat(codes(DemoDomain.PHAROS, Severity.WARNING)).isEmpty();
    for (DemoDomain domain : DemoDomain.values()) {
      assertThat(codes(domain, Severity.ERROR)).isEmpty();
    }
  }

  @Test
  void healthyDomainHasDane() {
    assertThat(judged(DemoDomain.PHAROS).mail().hosts())
        .extracting(MailHost::dane)
        .containsOnly(Dane.ACTIVE);
    assertThat(judged(DemoDomain.HARBOR).mail().hosts())
        .extracting(MailHost::dane)
        .containsOnly(Dane.NONE);
  }

  /** When looks found something else than before. */
  private static List<String> changes(DemoDomain domain, Aspect aspect) {
    List<String> times = new ArrayList<>();
    String before = "";
    for (DemoPosture.Past past : posture(domain).past()) {
      String now = String.valueOf(past.look().seen().get(aspect));
      if (!now.equals(before)) {
        times.add(past.at().toString());
      }
      before = now;
    }
    assertThat(posture(domain).latest().seen()).containsEntry(aspect, before);
    return times;
  }

  private static List<String> codes(DemoDomain domain, Severity severity) {
    return judged(domain).findings().stream()
        .filter(finding -> finding.severity() == severity)
        .map(Finding::code)
        .toList();
  }

  private static Posture judged(DemoDomain domain) {
    return new PostureReader(TrustAnchors.of(List.of()), new TestClock(NOW))
        .read(Known.by(posture(domain).latest(), NOW), domain.domainName(), List.of(COLLECTOR));
  }

  private static List<Map<Aspect, String>> seen(DemoPosture posture) {
    return posture.past().stream().map(DemoPosture.Past::look).map(Look::seen).toList();
  }

  private static DemoPosture posture(DemoDomain domain) {
    return new DemoPosture(domain, LAST_DAY, "v=TLSRPTv1; rua=" + COLLECTOR);
  }
}
