package farol.wire;

import static farol.wire.ReadingAssert.accepted;
import static farol.wire.WarningCode.UNKNOWN_POLICY_TYPE;
import static farol.wire.WarningCode.UNKNOWN_RESULT_TYPE;
import static farol.wire.WarningCode.WARN_CONTACT;
import static farol.wire.WarningCode.WARN_COUNT;
import static farol.wire.WarningCode.WARN_DOMAIN;
import static farol.wire.WarningCode.WARN_FIELD_NAME;
import static farol.wire.WarningCode.WARN_SUM;
import static farol.wire.WarningCode.WARN_TYPE;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.CountedReport;
import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.Report;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.ResultType;
import farol.domain.report.SessionCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports of real shape are read, with a warning for each thing that RFC 8460 has otherwise. */
class RealReportsTest {
  private static final String CRY_INC = "cry-inc__dmarc-report-viewer/";
  private static final String DMARC_ANALYZER = "dmarc-analyzer-net__DmarcAnalyzerApp/";
  private static final String PARSEDMARC = "domainaware__parsedmarc/";
  private static final String STALWART = "stalwartlabs__mail-auth/";
  private static final String TLSRPT_BE = "robalexdev__tlsrpt-be/";

  private static final Map<String, Set<WarningCode>> WARNINGS =
      Map.ofEntries(
          entry(PARSEDMARC + "mail.ru.json", Set.of(WARN_SUM)),
          entry(PARSEDMARC + "rfc8460.json", Set.of()),
          entry(PARSEDMARC + "smtp_tls.json", Set.of()),
          entry(CRY_INC + "google.json", Set.of()),
          entry(CRY_INC + "microsoft.json", Set.of(WARN_TYPE)),
          entry(CRY_INC + "no-contact.json", Set.of(WARN_CONTACT)),
          entry(CRY_INC + "no-policy.json", Set.of()),
          entry(CRY_INC + "no_ip_and_mx.json", Set.of()),
          entry(CRY_INC + "rfc-example.json", Set.of()),
          entry(STALWART + "rpt01.json", Set.of()),
          entry(STALWART + "rpt02.json", Set.of()),
          entry(STALWART + "rpt03.json", Set.of(UNKNOWN_POLICY_TYPE, WARN_COUNT, WARN_DOMAIN)),
          entry(TLSRPT_BE + "report.json", Set.of(WARN_SUM)),
          entry(TLSRPT_BE + "report-2.json", Set.of()),
          entry(TLSRPT_BE + "testing.json", Set.of()),
          entry(
              DMARC_ANALYZER + "sample-google-tls.json",
              Set.of(WARN_FIELD_NAME, UNKNOWN_RESULT_TYPE)),
          entry(
              DMARC_ANALYZER + "sample-lenient-tls.json",
              Set.of(
                  WARN_TYPE, WARN_CONTACT, WARN_DOMAIN, WARN_COUNT, WARN_SUM, UNKNOWN_RESULT_TYPE)),
          entry(DMARC_ANALYZER + "sample-rfc8460-tls.json", Set.of()),
          entry(DMARC_ANALYZER + "sample-successonly-tls.json", Set.of()));

  static Stream<String> files() {
    return Bodies.index("reports/INDEX.tsv").stream().map(columns -> columns[0]);
  }

  @ParameterizedTest
  @MethodSource("files")
  void realReportIsReadWithItsWarnings(String file) {
    assertThat(WARNINGS).containsKey(file);

    accepted(read(file), WARNINGS.getOrDefault(file, Set.of()).toArray(WarningCode[]::new));
  }

  @ParameterizedTest
  @MethodSource("files")
  void realReportReadsTheSameWhenCompressed(String file) {
    byte[] compressed = Bodies.gzip(Bodies.file("reports/" + file));

    Reading reading = Bodies.read(compressed, "application/tlsrpt+gzip", null);

    assertThat(report(reading)).isEqualTo(report(read(file)));
  }

  @Test
  void everyFieldOfTheExampleOfTheRfcIsRead() {
    Report report = report(read(STALWART + "rpt01.json"));

    assertThat(report.organization()).isEqualTo("Company-X");
    assertThat(report.contact()).isEqualTo("sts-reporting@company-x.example");
    assertThat(report.reportId()).isEqualTo("5065427c-23d3-47ca-b6e0-946ea0e8c4be");
    assertThat(report.window().start()).isEqualTo(Instant.parse("2016-04-01T00:00:00Z"));
    assertThat(report.window().end()).isEqualTo(Instant.parse("2016-04-01T23:59:59Z"));
    ReportedPolicy policy = onlyPolicy(report);
    assertThat(policy.type()).isEqualTo(PolicyType.STS);
    assertThat(policy.policyString())
        .containsExactly(
            "version: STSv1", "mode: testing", "mx: *.mail.company-y.example", "max_age: 86400");
    assertThat(policy.policyDomain()).isEqualTo("company-y.example");
    assertThat(policy.mxHosts()).containsExactly("*.mail.company-y.example");
    assertThat(policy.counts()).isEqualTo(new SessionCounts(5326, 303));
    assertThat(policy.failures()).hasSize(3);
    assertThat(policy.failures().get(0))
        .isEqualTo(
            new FailureDetail(
                ResultType.CERTIFICATE_EXPIRED,
                "2001:db8:abcd:12::1",
                "mx1.mail.company-y.example",
                null,
                null,
                100,
                null,
                null));
    assertThat(policy.failures().get(1).additionalInformation())
        .startsWith("https://reports.company-x.example/report_info");
    assertThat(policy.failures().get(2).failureReasonCode())
        .isEqualTo("X509_V_ERR_PROXY_PATH_LENGTH_EXCEEDED");
  }

  @Test
  void microsoftsArrayInAStringIsTakenApart() {
    Report report = report(read(CRY_INC + "microsoft.json"));

    assertThat(report.policies().get(1).policyString())
        .containsExactly(
            "3 1 1 6007EEE553E85D8DF007A845D19EC343283D4E416E9A33F9EF3040C8B7C285BC",
            "3 1 1 837C773D54C2E2BD71871A3FC352BE8214D5646CBAE5E3091401A7274717998B");
  }

  @Test
  void microsoftsSessionsUnderTwoPoliciesCountOnce() {
    Report report = report(read(CRY_INC + "microsoft.json"));

    assertThat(CountedReport.of(report, "random.net", Set.of()).counts())
        .isEqualTo(new SessionCounts(2, 0));
  }

  @Test
  void windowThatEndsAtMidnightCountsForTheDayItStarts() {
    assertThat(report(read(PARSEDMARC + "mail.ru.json")).window().day())
        .isEqualTo(LocalDate.of(2024, 2, 22));
  }

  @Test
  void summaryWinsOverDetailsThatDisagree() {
    assertThat(onlyPolicy(report(read(PARSEDMARC + "mail.ru.json"))).counts())
        .isEqualTo(new SessionCounts(0, 1));
  }

  @Test
  void quirksAreNormalised() {
    Report report = report(read(DMARC_ANALYZER + "sample-lenient-tls.json"));

    ReportedPolicy policy = report.policies().get(0);
    assertThat(policy.type()).isEqualTo(PolicyType.STS);
    assertThat(policy.policyString()).containsExactly("version: STSv1");
    assertThat(policy.policyDomain()).isEqualTo("acme.example");
    assertThat(policy.counts()).isEqualTo(new SessionCounts(42, 7));
    assertThat(policy.failures().get(1).receivingMxHostname()).isEqualTo("mx1.acme.example");
    assertThat(policy.failures().get(1).failedSessions()).isZero();
  }

  @Test
  void hostPatternsUnderTheirOtherNameAreRead() {
    Report report = report(read(DMARC_ANALYZER + "sample-google-tls.json"));

    assertThat(report.policies().get(0).mxHosts())
        .containsExactly("mx1.acme.example", "*.mail.acme.example");
  }

  private static ReportedPolicy onlyPolicy(Report report) {
    assertThat(report.policies()).hasSize(1);
    return report.policies().get(0);
  }

  private static Report report(Reading reading) {
    return ((Reading.Accepted) reading).report();
  }

  private static Reading read(String file) {
    return Bodies.read(Bodies.file("reports/" + file), "application/tlsrpt+json", null);
  }
}
