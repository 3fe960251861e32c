package farol.tools.record;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.published.Finding;
import farol.domain.shared.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=TLSRPTv1; rua=mailto:tls@example.com|TLSRPT|VALID",
        "v=TLSRPTv1|TLSRPT|INVALID_NO_RUA",
        "anything else|TLSRPT|INVALID_VERSION",
        "v=STSv1; id=1|MTASTS|VALID",
        "V=STSv1; id=1|MTASTS|INVALID_VERSION",
        "v=STSv1|MTASTS|INVALID_NO_ID",
        "version: STSv1|MTASTS_POLICY|INVALID_MISSING_MODE",
        "mode: enforce|MTASTS_POLICY|INVALID_MISSING_VERSION",
        "versions|TLSRPT|INVALID_VERSION"
      })
  void tellsWhatATextIsMeantToBe(String text, RecordKind kind, String verdict) {
    SyntaxCheck check = SyntaxCheck.of(text);

    assertThat(check.kind()).isEqualTo(kind);
    assertThat(codes(check)).startsWith(verdict);
  }

  @Test
  void readsAPolicyOfSeveralLines() {
    SyntaxCheck check =
        SyntaxCheck.of("version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 604800\n");

    assertThat(codes(check)).startsWith("VALID");
  }

  @Test
  void joinsTheStringsOfAZoneFile() {
    SyntaxCheck check =
        SyntaxCheck.of(
            "_smtp._tls.example.com. 3600 IN TXT \"v=TLSRPTv1; \" \"rua=mailto:tls@example.com\"");

    assertThat(codes(check)).startsWith("VALID").endsWith("ZONE_FILE_FORM");
  }

  @Test
  void takesNoQuotationMarksForThoseOfAZoneFileWhereTheyAreAMistake() {
    assertThat(codes(SyntaxCheck.of("v=TLSRPTv1; rua=\"mailto:tls@example.com\"")))
        .containsExactly("INVALID_URI");
    assertThat(codes(SyntaxCheck.of("version: \"STSv1\"\nmode: none\nmax_age: 1")))
        .containsExactly("INVALID_VERSION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=TLSRPTv1; rua=mailto:tls@example.net|_smtp._tls.example.com",
        "v=STSv1; id=1|_mta-sts.example.com",
        "mode: none|https://mta-sts.example.com/.well-known/mta-sts.txt"
      })
  void saysWhereADomainHasToPublishIt(String text, String place) {
    SyntaxCheck check = SyntaxCheck.of(text).publishedBy(DomainName.parse("example.com"));

    assertThat(check.findings())
        .last()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("PUBLISH_AT");
              assertThat(finding.message()).endsWith(" " + place);
            });
  }

  @Test
  void looksAtNothingEndless() {
    assertThat(codes(SyntaxCheck.of("v".repeat(SyntaxCheck.LONGEST + 1))))
        .containsExactly("INVALID_TOO_LARGE");
    assertThat(codes(SyntaxCheck.of("v".repeat(SyntaxCheck.LONGEST))))
        .doesNotContain("INVALID_TOO_LARGE");
  }

  private static List<String> codes(SyntaxCheck check) {
    return check.findings().stream().map(Finding::code).toList();
  }
}
