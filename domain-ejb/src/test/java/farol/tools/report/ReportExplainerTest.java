package farol.tools.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.diagnosis.Cause;
import farol.domain.diagnosis.Consequence;
import farol.domain.shared.TestClock;
import farol.tools.report.Explanation.Explained;
import farol.tools.report.Explanation.Refused;
import farol.wire.Bodies;
import farol.wire.ReadingLimits;
import farol.wire.RefusalCode;
import farol.wire.ReportReader;
import farol.wire.Warning;
import farol.wire.WarningCode;
import farol.wire.mail.Mails;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportExplainerTest {
  private static final String ENFORCED =
      "\"policy-type\":\"sts\",\"policy-string\":[\"version: STSv1\",\"mode: enforce\"]";

  private final ReportExplainer explainer = new ReportExplainer();

  @BeforeEach
  void wire() {
    explainer.reader = new ReportReader(ReadingLimits.defaults());
    explainer.clock = new TestClock(Bodies.RECEIVED_AT);
  }

  static Stream<String> files() {
    return Stream.of("reports", "mails")
        .flatMap(
            folder ->
                Bodies.index(folder + "/INDEX.tsv").stream()
                    .map(columns -> folder + "/" + columns[0]));
  }

  @Test
  void thereAreTwentyNineFiles() {
    assertThat(files()).hasSize(29);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsExplained(String file) {
    Explained explained = explained(Bodies.file(file), null);

    assertThat(explained.policies())
        .extracting(ExplainedPolicy::policy)
        .isEqualTo(explained.report().policies());
    assertThat(explained.envelope() != null).isEqualTo(file.endsWith(".eml"));
    explained
        .policies()
        .forEach(
            policy ->
                assertThat(policy.failures())
                    .extracting(ExplainedFailure::detail)
                    .isEqualTo(policy.policy().failures()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsExplainedAlikeAsBytesOfNoDeclaredType(String file) {
    byte[] body = Bodies.file(file);

    assertThat(explained(body, "application/octet-stream").report())
        .isEqualTo(explained(body, null).report());
  }

  @Test
  void failureHasItsCauseAndConsequence() {
    String mismatch =
        "\"result-type\":\"validation-failure\",\"failure-reason-code\":\"MX_HOSTS_MISMATCH\"";

    Explained explained =
        explained(
            Bodies.smallReport("\"policy-type\":\"sts\"", ENFORCED)
                .replace("\"result-type\":\"certificate-expired\"", mismatch));

    ExplainedFailure failure = explained.policies().get(0).failures().get(0);
    assertThat(failure.cause()).isEqualTo(Cause.MX_NOT_IN_POLICY);
    assertThat(failure.consequence()).isEqualTo(Consequence.REFUSED);
    assertThat(explained.worst()).contains(Consequence.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "sts, WOULD_BE_REFUSED",
    "tlsa, REFUSED",
    "no-policy-found, UNPROTECTED",
    "unheard-of, INFORMATION"
  })
  void consequenceIsThatOfThePolicy(String type, Consequence consequence) {
    Explained explained =
        explained(Bodies.smallReport("\"policy-type\":\"sts\"", "\"policy-type\":\"" + type + '"'));

    assertThat(explained.worst()).contains(consequence);
  }

  @Test
  void reportWithoutFailuresHasNoWorst() {
    assertThat(
            explained(Bodies.file("reports/cry-inc__dmarc-report-viewer/google.json"), null)
                .worst())
        .isEmpty();
  }

  @Test
  void policiesOfAllDomainsAreExplained() {
    byte[] file =
        Bodies.file("reports/dmarc-analyzer-net__DmarcAnalyzerApp/sample-google-tls.json");

    assertThat(explained(file, null).policies()).hasSize(3);
  }

  @Test
  void policyWithoutADomainIsAssumedToBeNobodys() {
    Explained explained = explained(Bodies.smallReport(",\"policy-domain\":\"example.com\"", ""));

    assertThat(explained.warnings())
        .containsExactly(new Warning(WarningCode.WARN_DOMAIN, "policy-domain is absent"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"message/rfc822", "Message/RFC822; charset=utf-8"})
  void mailIsReadAsOneWhereNothingElseIsDeclared(@Nullable String contentType) {
    byte[] mail = Mails.file("isseis__tlsrpt-digest/tlsrpt_failure.eml");

    Explained explained = explained(mail, contentType);

    assertThat(explained.report().organization()).isEqualTo("Google Inc.");
    assertThat(explained.raw().body()).startsWith(0x1f, 0x8b);
    assertThat(explained.raw().contentType()).isEqualTo("application/tlsrpt+gzip");
    assertThat(explained.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.MAIL_REPORT_ID, WarningCode.MAIL_WINDOW);
  }

  @Test
  void reportThatIsDeclaredToBeAMailIsStillAReport() {
    assertThat(explained(Bodies.utf8(Bodies.smallReport()), "message/rfc822").envelope()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | Subject: x | BAD_JSON",
        "text/html | {} | MEDIA_TYPE",
        "| {} | MISSING_FIELD",
        "| [] | NOT_A_REPORT",
        "| nothing | BAD_JSON",
        "| '' | EMPTY_BODY",
        "| 'Subject: x' | NO_REPORT_IN_MAIL",
        "message/rfc822 | nothing | BAD_JSON"
      })
  void whatIsNoReportIsRefusedWithItsCode(
      @Nullable String contentType, String body, RefusalCode code) {
    Explanation explanation = explainer.explain(body.getBytes(UTF_8), contentType, null);

    assertThat(explanation).isInstanceOf(Refused.class);
    assertThat(((Refused) explanation).code()).isEqualTo(code);
    assertThat(((Refused) explanation).detail()).isNotBlank();
  }

  @Test
  void refusalOfTheReportInAMailIsThatOfTheReport() {
    String mail = "Content-Type: application/tlsrpt+gzip\r\n\r\n{\"report-id\":\r\n";

    assertThat(((Refused) explainer.explain(mail.getBytes(UTF_8), null, null)).code())
        .isEqualTo(RefusalCode.BAD_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "x: "})
  void oneMebibyteIsReadAndNotOneByteMore(String filling) {
    byte[] most = new byte[ReportExplainer.MOST_BYTES + 1];
    Arrays.fill(most, (byte) ' ');
    System.arraycopy(filling.getBytes(UTF_8), 0, most, 0, filling.length());

    Refused refused = (Refused) explainer.explain(most, null, null);
    assertThat(refused.code()).isEqualTo(RefusalCode.BODY_TOO_LARGE);
    assertThat(refused.code().status()).isEqualTo(413);

    Refused read = (Refused) explainer.explain(Arrays.copyOf(most, most.length - 1), null, null);
    assertThat(read.code()).isNotEqualTo(RefusalCode.BODY_TOO_LARGE);
  }

  private Explained explained(String json) {
    return explained(Bodies.utf8(json), null);
  }

  private Explained explained(byte[] body, @Nullable String contentType) {
    Explanation explanation = explainer.explain(body, contentType, null);
    assertThat(explanation).isInstanceOf(Explained.class);
    return (Explained) explanation;
  }
}
