package farol.web.domains;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.posture.Change;
import farol.domain.published.CertificateFacts;
import farol.domain.survey.Observed;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRowTest {
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
  private static final CertificateFacts CERTIFICATE =
      new CertificateFacts(
          "CN=mx.example.com", "CN=Issuer", List.of(), AT, AT.plusSeconds(60), "ab12", "cd34");

  @ParameterizedTest
  @CsvSource({
    ",           one, First seen",
    ",           '',  None at first",
    "'',         one, Published",
    "one,        two, Changed",
    "one,        '',  Gone",
    "one,        ,    Gone",
    "'',         ,    No longer looked for"
  })
  void saysWhatHappened(@Nullable String before, @Nullable String after, String event) {
    assertThat(row(Observed.TLSRPT_RECORD, before, after).event()).isEqualTo(event);
  }

  @Test
  void marksLinesBySignAndWord() {
    ChangeRow row = row(Observed.MX, "10 a.example\n20 b.example", "10 a.example\n20 c.example");

    assertThat(row.lines())
        .extracting(line -> line.sign() + " " + line.word() + ": " + line.text())
        .containsExactly(
            " unchanged: 10 a.example", "− removed: 20 b.example", "+ added: 20 c.example");
  }

  @Test
  void saysWhatACertificateIsWhereItIsKept() {
    ChangeRow row = row(Observed.MAIL_CERTIFICATE, "ab12", "ef56");

    assertThat(row.lines())
        .extracting(ChangeRow.Line::text)
        .containsExactly(
            "CN=mx.example.com · issued by CN=Issuer · valid until 24 Nov 2026, 10:01 UTC"
                + " · SHA-256 ab12",
            "SHA-256 ef56");
  }

  @Test
  void showsTheFirstHundredLines() {
    String text =
        IntStream.range(0, 103).mapToObj(String::valueOf).collect(Collectors.joining("\n"));

    ChangeRow row = row(Observed.MTASTS_POLICY, null, text);

    assertThat(row.lines()).hasSize(100);
    assertThat(row.more()).isEqualTo("3 more lines");
  }

  private static ChangeRow row(Observed kind, @Nullable String before, @Nullable String after) {
    return ChangeRow.of(
        new Change(1, AT, kind, "", before, after),
        Map.of("ab12", CERTIFICATE),
        new Texts(Locale.ENGLISH));
  }
}
