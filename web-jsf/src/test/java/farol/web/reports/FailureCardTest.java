package farol.web.reports;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.ResultType;
import farol.domain.report.SessionCounts;
import farol.tools.report.ExplainedPolicy;
import farol.web.kit.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureCardTest {
  @Test
  void explainsWhatTheReasonCodeMeans() {
    FailureCard card = card("");

    assertThat(card.text().title()).isEqualTo("Mail host is not in the MTA-STS policy");
    assertThat(card.consequence()).isEqualTo("Mail is refused");
    assertThat(card.code()).isEqualTo("validation-failure");
    assertThat(card.facts()).contains(new Fact("Reason code", "MX_HOSTS_MISMATCH"));
  }

  @Test
  void saysWhoTellsOfItWhereItWasAndWhatBecameOfTheMail() {
    FailureCard card = card("");

    assertThat(card.sentence())
        .isEqualTo("Reported by Sender {0}: 3 failed sessions at backup.example.com.");
    assertThat(card.outcome()).startsWith("The mail was not delivered");
    assertThat(card.anchor()).isEqualTo("policy-2-failure-1");
  }

  @Test
  void namesNoHostWhereTheReporterNamesNone() {
    assertThat(card("", null).sentence()).isEqualTo("Reported by Sender {0}: 3 failed sessions.");
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
    return card(information, "backup.example.com");
  }

  private static FailureCard card(String information, @Nullable String host) {
    FailureDetail detail =
        new FailureDetail(
            ResultType.VALIDATION_FAILURE,
            null,
            host,
            null,
            null,
            3,
            information,
            "MX_HOSTS_MISMATCH");
    ReportedPolicy policy =
        new ReportedPolicy(
            PolicyType.STS,
            List.of("version: STSv1", "mode: enforce"),
            "example.com",
            List.of(),
            new SessionCounts(0, 3),
            List.of(detail));
    return PolicyCard.of(
            ExplainedPolicy.of(policy), 2, "Sender {0}", domain -> false, new Texts(Locale.ENGLISH))
        .failures()
        .get(0);
  }
}
