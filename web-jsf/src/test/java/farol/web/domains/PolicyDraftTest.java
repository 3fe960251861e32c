package farol.web.domains;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MxPattern;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDraftTest {
  private static final MtaStsPolicy TESTING =
      new MtaStsPolicy(
          Mode.TESTING,
          Duration.ofDays(7),
          List.of(new MxPattern("mx.example.com"), new MxPattern("*.example.net")));

  @Test
  void readsWhatAFormSends() {
    PolicyDraft draft =
        new PolicyDraft(
            "testing", " MX.example.com\r\n\r\n*.example.net \r\nmx.example.com", "604800", "");

    assertThat(draft.read().record()).contains(TESTING);
  }

  @Test
  void readsSecondsWhereNoChoiceFits() {
    PolicyDraft draft = new PolicyDraft("none", "", PolicyDraft.OTHER, "3600");

    assertThat(draft.read().record())
        .contains(new MtaStsPolicy(Mode.NONE, Duration.ofHours(1), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "'strict', mx.example.com, 604800, INVALID_MODE",
    "'testing', mx.example.com., 604800, INVALID_MX",
    "'testing', 192.0.2.1, 604800, INVALID_MX",
    "'testing', <script>, 604800, INVALID_MX",
    "'testing', 'max_age: 1', 604800, INVALID_MX",
    "'testing', '', 604800, INVALID_MISSING_MX",
    "'testing', mx.example.com, 31557601, INVALID_MAX_AGE",
    "'testing', mx.example.com, -1, INVALID_MAX_AGE",
    "'testing', mx.example.com, '', INVALID_MAX_AGE",
    "'testing\nmx: a.example', '', 604800, INVALID_MISSING_MX"
  })
  void saysWhatIsNoPolicy(String mode, String patterns, String age, String code) {
    PolicyDraft draft = new PolicyDraft(mode, patterns, age, "");

    assertThat(draft.read().record()).isEmpty();
    assertThat(draft.read().verdict()).isEqualTo(code);
  }

  @Test
  void isNothingWithoutAMode() {
    assertThat(PolicyDraft.of(null, null, null, null).isGiven()).isFalse();
    assertThat(PolicyDraft.of("stop", null, null, null).isStop()).isTrue();
  }
}
