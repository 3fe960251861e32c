package farol.web.domains;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostedVersions;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MxPattern;
import farol.web.kit.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HostingGuideTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final HostedVersions versions = new HostedVersions();

  @Test
  void beginsWithAPolicyToTest() {
    assertThat(progress(HostedPolicies.NONE, true))
        .containsExactly("test waiting", "publish later", "read later", "enforce later");
  }

  @Test
  void goesOnWithRecordsAndReports() {
    serve(Mode.TESTING, NOW.minus(DAY));

    assertThat(progress(versions.all(), false))
        .containsExactly("test ok", "publish waiting", "read later", "enforce later");
    assertThat(progress(versions.all(), true))
        .containsExactly("test ok", "publish ok", "read waiting", "enforce later");
    assertThat(guide(versions.all(), true).steps().get(2).text()).contains("7 Dec 2026");
  }

  @Test
  void endsWithEnforce() {
    serve(Mode.TESTING, NOW.minus(DAY.multipliedBy(14)));
    assertThat(progress(versions.all(), true))
        .containsExactly("test ok", "publish ok", "read ok", "enforce waiting");

    serve(Mode.ENFORCE, NOW);
    assertThat(progress(versions.all(), true))
        .containsExactly("test ok", "publish ok", "read ok", "enforce ok");
  }

  @Test
  void leadsOutNoSoonerThanSendersForget() {
    serve(Mode.ENFORCE, NOW.minus(DAY.multipliedBy(30)));
    serve(Mode.NONE, NOW.minus(DAY));
    assertThat(progress(versions.all(), true))
        .containsExactly("none ok", "publish-none ok", "wait waiting", "remove later");
    assertThat(guide(versions.all(), true).steps().get(2).text()).contains("30 Nov 2026");

    HostingGuide later =
        HostingGuide.of(versions.all(), true, NOW.plus(DAY.multipliedBy(6)), texts());
    assertThat(later.steps().get(3).progress().tone()).isEqualTo("waiting");
  }

  private void serve(Mode mode, Instant since) {
    versions.serve(
        "id",
        new MtaStsPolicy(mode, DAY.multipliedBy(7), List.of(new MxPattern("mx.example.com"))),
        since);
  }

  private static List<String> progress(HostedPolicies policies, boolean seen) {
    return guide(policies, seen).steps().stream()
        .map(step -> step.id() + " " + step.progress().tone())
        .toList();
  }

  private static HostingGuide guide(HostedPolicies policies, boolean seen) {
    return HostingGuide.of(policies, seen, NOW, texts());
  }

  private static Texts texts() {
    return new Texts(Locale.ENGLISH);
  }
}
