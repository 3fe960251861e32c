package farol.wire.mail;

import static farol.wire.WarningCode.MAIL_DOMAIN;
import static farol.wire.WarningCode.MAIL_REPORT_ID;
import static farol.wire.WarningCode.MAIL_WINDOW;
import static farol.wire.WarningCode.WARN_NO_ZONE;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.SessionCounts;
import farol.wire.Bodies;
import farol.wire.Reading;
import farol.wire.ReadingLimits;
import farol.wire.ReportReader;
import farol.wire.Warning;
import farol.wire.WarningCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails that real senders sent, and those of the RFC: their reports are found and can be read. */
class RealMailsTest {
  private static final ReportReader REPORTS = new ReportReader(ReadingLimits.defaults());
  private static final String GOOGLE = "noreply-smtp-tls-reporting@google.com";
  private static final String MICROSOFT = "<tlsrpt-noreply@microsoft.com>";
  private static final String RFC = "tlsrpt@mail.sender.example.com";

  /** What is known about a mail from the outside, and what its report says. */
  private record Expected(
      String from,
      String reportDomain,
      String fileName,
      String reportId,
      SessionCounts counts,
      Set<WarningCode> warnings) {}

  private static final Map<String, Expected> MAILS =
      Map.ofEntries(
          entry(
              "domainaware__parsedmarc/google.com_smtp_tls_report.eml",
              new Expected(
                  GOOGLE,
                  "cardinalhealth.ca",
                  "google.com!cardinalhealth.ca!1725321600!1725407999!001.json.gz",
                  "2024-09-03T00:00:00Z_cardinalhealth.ca",
                  new SessionCounts(48, 0),
                  Set.of())),
          entry(
              "stalwartlabs__mail-auth/rpt01.eml",
              new Expected(
                  RFC,
                  "example.net",
                  "mail.sender.example!example.com!1013662812!1013749130.json.gz",
                  "5065427c-23d3-47ca-b6e0-946ea0e8c4be",
                  new SessionCounts(5326, 303),
                  Set.of(MAIL_DOMAIN, MAIL_REPORT_ID, MAIL_WINDOW))),
          entry(
              "stalwartlabs__mail-auth/rpt02.eml",
              new Expected(
                  RFC,
                  "example.net",
                  "mail.sender.example!example.com!1013662812!1013749130.json",
                  "2020-01-01T00:00:00Z_example.com",
                  new SessionCounts(23, 1),
                  Set.of(MAIL_DOMAIN, MAIL_REPORT_ID, MAIL_WINDOW))),
          entry(
              "mjl-__mox/microsoft.eml",
              new Expected(
                  MICROSOFT,
                  "test.xmox.nl",
                  "microsoft.com!test.xmox.nl!1673308800!1673395199!133198585438131172.json.gz",
                  "133198585438131172+test.xmox.nl",
                  new SessionCounts(2, 0),
                  Set.of(WARN_NO_ZONE))),
          entry(
              "mjl-__mox/example.eml",
              new Expected(
                  GOOGLE,
                  "test.xmox.nl",
                  "google.com!test.xmox.nl!1663200000!1663286399!001.json.gz",
                  "2022-09-15T00:00:00Z_test.xmox.nl",
                  new SessionCounts(3, 0),
                  Set.of())),
          entry(
              "isseis__tlsrpt-digest/tlsrpt_success_google_1.eml",
              new Expected(
                  GOOGLE,
                  "example.com",
                  "google.com!example.com!1778457600!1778543999!001.json.gz",
                  "2026-05-11T00:00:00Z_example.com",
                  new SessionCounts(1, 0),
                  Set.of())),
          entry(
              "isseis__tlsrpt-digest/tlsrpt_success_google_2.eml",
              new Expected(
                  GOOGLE,
                  "example.com",
                  "google.com!example.com!1778544000!1778630399!001.json.gz",
                  "2026-05-12T00:00:00Z_example.com",
                  new SessionCounts(4, 0),
                  Set.of())),
          entry(
              "isseis__tlsrpt-digest/tlsrpt_success_microsoft.eml",
              new Expected(
                  MICROSOFT,
                  "example.com",
                  "microsoft.com!example.com!1778630400!1778716799!134232617934286362.json.gz",
                  "134232617934286362+example.com",
                  new SessionCounts(2, 0),
                  Set.of())),
          entry(
              "isseis__tlsrpt-digest/tlsrpt_failure.eml",
              new Expected(
                  GOOGLE,
                  "example.com",
                  "google.com!example.com!1778544000!1778630399!001.json.gz",
                  "2026-02-08T00:00:00Z_example.com",
                  new SessionCounts(4523, 2),
                  Set.of(MAIL_REPORT_ID, MAIL_WINDOW))),
          entry(
              "robalexdev__tlsrpt-be/test.eml",
              new Expected(
                  RFC,
                  "example.net",
                  "mail.sender.example!example.com!1013662812!1013749130.json.gz",
                  "5065427c-23d3-47ca-b6e0-946ea0e8c4be",
                  new SessionCounts(5326, 303),
                  Set.of(MAIL_DOMAIN, MAIL_REPORT_ID, MAIL_WINDOW))));

  @Test
  void thereAreTen() {
    assertThat(Mails.names()).hasSize(10).containsExactlyInAnyOrderElementsOf(MAILS.keySet());
  }

  @ParameterizedTest
  @MethodSource("farol.wire.mail.Mails#names")
  void isToldFromAReport(String name) {
    assertThat(MailReader.isMail(Mails.file(name))).isTrue();
    assertThat(MailReader.isMail(found(name).report().body())).isFalse();
  }

  @ParameterizedTest
  @MethodSource("farol.wire.mail.Mails#names")
  void envelopeIsKept(String name) {
    Expected expected = expected(name);

    MailReading.Found found = found(name);

    assertThat(found.several()).isFalse();
    assertThat(found.envelope().from()).isEqualTo(expected.from());
    assertThat(found.envelope().reportDomain()).isEqualTo(expected.reportDomain());
    assertThat(found.envelope().fileName()).isEqualTo(expected.fileName());
    assertThat(found.envelope().submitter())
        .isIn("google.com", "microsoft.com", "mail.sender.example.com");
    assertThat(found.envelope().subject())
        .startsWith(
            "Report Domain: "
                + expected.reportDomain()
                + " Submitter: "
                + found.envelope().submitter()
                + " Report-ID: ");
  }

  @ParameterizedTest
  @MethodSource("farol.wire.mail.Mails#names")
  void reportIsReadWithWhatIsOddAboutIt(String name) {
    Expected expected = expected(name);
    MailReading.Found found = found(name);

    Reading reading =
        REPORTS.read(
            found.report().body(),
            found.report().contentType(),
            found.report().contentEncoding(),
            Bodies.RECEIVED_AT);

    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    Reading.Accepted accepted = (Reading.Accepted) reading;
    assertThat(accepted.report().reportId()).isEqualTo(expected.reportId());
    assertThat(accepted.report().policies().get(0).counts()).isEqualTo(expected.counts());
    List<Warning> warnings = new ArrayList<>(accepted.warnings());
    warnings.addAll(Disagreements.between(found.envelope(), accepted.report()));
    assertThat(warnings)
        .extracting(Warning::code)
        .containsExactlyInAnyOrderElementsOf(expected.warnings());
  }

  private static MailReading.Found found(String name) {
    return Mails.found(Mails.read(Mails.file(name)));
  }

  private static Expected expected(String name) {
    Expected expected = MAILS.get(name);
    if (expected == null) {
      throw new AssertionError("nothing is known about " + name);
    }
    return expected;
  }
}
