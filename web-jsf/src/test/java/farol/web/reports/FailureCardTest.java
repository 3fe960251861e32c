package farol.web.reports;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.diagnosis.PolicyMode;
import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.ResultType;
import farol.web.kit.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureCardTest {
  @Test
  void explainsWhatTheReasonCodeMeans() {
    FailureCard card = card("");

    assertThat(card.title()).isEqualTo("Mail host is not in the MTA-STS policy");
    assertThat(card.consequence()).isEqualTo("Mail is refused");
    assertThat(card.code()).isEqualTo("validation-failure");
    assertThat(card.facts()).contains(new Fact("Reason code", "MX_HOSTS_MISMATCH"));
  }

  @Test
  void linksAnHttpsAddress() {
    assertThat(card("https://support.example/errors?id=1").isLinked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "http://support.example/",
        "see https://support.example/",
        "https://support.example/\"><script>",
        "https://support.example/ and more",
        "https://"
      })
  void showsAnythingElseAsText(String information) {
    FailureCard card = card(information);

    assertThat(card.isLinked()).isFalse();
    assertThat(card.isCommented()).isTrue();
    assertThat(card.information()).isEqualTo(information);
  }

  private static FailureCard card(String information) {
    return FailureCard.of(
        new FailureDetail(
            ResultType.VALIDATION_FAILURE,
            null,
            "backup.example.com",
            null,
            null,
            3,
            information,
            "MX_HOSTS_MISMATCH"),
        PolicyType.STS,
        PolicyMode.ENFORCE,
        new Texts(Locale.ENGLISH));
  }
}
