package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.DkimGrade;
import farol.domain.report.Origin;
import farol.domain.report.Way;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameByTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  @Test
  void whatWasPostedSaysOnlyThat() {
    CameBy came = CameBy.of(Origin.HTTPS, TEXTS);

    assertThat(came.from()).isEqualTo("Posted (HTTPS)");
    assertThat(came.isMailed()).isFalse();
  }

  @Test
  void reportThatWasImportedByItselfHasNothingToProve() {
    CameBy came =
        CameBy.of(new Origin(Way.IMPORT, null, null, false, "", "old.zip: 7.json", 3L), TEXTS);

    assertThat(came.from()).isEqualTo("Imported, from old.zip: 7.json");
    assertThat(came.isMailed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ALIGNED, ok, 'Signed by google.com, as the report says.'",
    "OTHER_SIGNER, unprotected, 'Signed by another: google.com.'",
    "FAILED, unprotected, 'Its signature does not count.'",
    "UNSIGNED, unprotected, 'Not signed: anybody may have sent it.'",
    "UNDECIDED, information, 'DNS did not give the key of its signature.'"
  })
  void saysWhoHasSignedTheMail(DkimGrade grade, String tone, String sentence) {
    CameBy came = CameBy.of(mailed(grade, "google.com", false), TEXTS);

    assertThat(came.from()).isEqualTo("By mail, from mailbox reports");
    assertThat(came.proof().tone()).isEqualTo(tone);
    assertThat(came.proof().sentence()).isEqualTo(sentence);
    assertThat(came.proof().isFixable()).isEqualTo(grade != DkimGrade.ALIGNED);
  }

  @Test
  void saysWhenTheKeyIsForReportsOnly() {
    assertThat(CameBy.of(mailed(DkimGrade.ALIGNED, "a.example", true), TEXTS).proof().meaning())
        .endsWith(
            "Its key is published for TLS reports only, so not everybody who may send mail of that domain can use it.");
  }

  @Test
  void textOfOthersTurnsNothingAround() {
    Origin hostile =
        new Origin(
            Way.MAIL,
            DkimGrade.OTHER_SIGNER,
            "a\u202e.example",
            false,
            "by \u202e",
            "\u2066",
            null);

    assertThat(CameBy.of(hostile, TEXTS).toString()).doesNotContain("\u202e", "\u2066");
  }

  private static Origin mailed(DkimGrade grade, @Nullable String signer, boolean forReports) {
    return new Origin(Way.MAIL, grade, signer, forReports, "the detail", "reports", null);
  }
}
