package farol.wire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.PolicyType;
import farol.domain.report.Report;
import farol.domain.report.ReportWindow;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.SessionCounts;
import farol.wire.Warning;
import farol.wire.WarningCode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail says about its report is compared with the report, which is right. */
class DisagreementsTest {
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // header, domain of the subject, domain of the file name, who disagrees
    "example.com, example.com, example.com, ",
    "Example.COM., , , ",
    ", , , ",
    "example.org, example.com, example.com, the header TLS-Report-Domain",
    "example.com, example.org, example.com, the subject",
    "example.com, example.com, example.org, the file name",
    "mail.example.com, , , the header TLS-Report-Domain",
    "example.com.evil, , , the header TLS-Report-Domain"
  })
  void domainIsCompared(
      @Nullable String header,
      @Nullable String subject,
      @Nullable String fileName,
      @Nullable String who) {
    Envelope envelope =
        envelope(
            header,
            subject == null ? null : subject(subject, "id"),
            fileName == null ? null : file(fileName, 0, 86_399));

    List<Warning> warnings = Disagreements.between(envelope, report(PolicyType.STS, "example.com"));

    if (who == null) {
      assertThat(warnings).isEmpty();
    } else {
      assertThat(warnings).extracting(Warning::code).containsExactly(WarningCode.MAIL_DOMAIN);
      assertThat(warnings.get(0).detail()).startsWith(who + " names the domain \"");
    }
  }

  @Test
  void reportThatNamesNoRecipientCanNotBeAboutAnother() {
    Envelope envelope = envelope("example.org", null, null);

    assertThat(Disagreements.between(envelope, report(PolicyType.TLSA, "mx1.example.com")))
        .isEmpty();
    assertThat(Disagreements.between(envelope, report(PolicyType.STS, null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "id, true",
    "ID, true",
    "i.d+@example.org, true",
    "id2, false",
    "id@example.org@example.org, false",
    "@id, true"
  })
  void reportIdIsComparedButForWhatSendersAddToIt(String inSubject, boolean same) {
    Envelope envelope = envelope(null, subject("example.com", inSubject), null);

    assertThat(codes(envelope)).isEqualTo(same ? List.of() : List.of(WarningCode.MAIL_REPORT_ID));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 86399, true",
    "0, 86400, true",
    "1, 86398, true",
    "2, 86399, false",
    "0, 86401, false",
    "-86400, -1, false"
  })
  void windowIsComparedToTheSecond(long start, long end, boolean same) {
    Envelope envelope = envelope(null, null, file("example.com", start, end));

    assertThat(codes(envelope)).isEqualTo(same ? List.of() : List.of(WarningCode.MAIL_WINDOW));
  }

  @Test
  void subjectAndNameOfOtherFormsSayNothing() {
    Stream.of("Report Domain: example.org", "Re: TLS", "Report Domain: a b Submitter: c Report-ID:")
        .forEach(subject -> assertThat(codes(envelope(null, subject, "report.json.gz"))).isEmpty());
  }

  @Test
  void subjectIsReadAfterAForwardingMark() {
    assertThat(codes(envelope(null, "Fwd: " + subject("example.org", "other"), null)))
        .containsExactly(WarningCode.MAIL_DOMAIN, WarningCode.MAIL_REPORT_ID);
  }

  private static List<WarningCode> codes(Envelope envelope) {
    return Disagreements.between(envelope, report(PolicyType.STS, "example.com")).stream()
        .map(Warning::code)
        .toList();
  }

  private static Envelope envelope(
      @Nullable String reportDomain, @Nullable String subject, @Nullable String fileName) {
    return new Envelope(null, subject, reportDomain, null, fileName, "", null);
  }

  private static String subject(String domain, String id) {
    return "Report Domain: %s Submitter: example.org Report-ID: <%s>".formatted(domain, id);
  }

  private static String file(String domain, long start, long end) {
    long day = START.getEpochSecond();
    return "example.org!%s!%d!%d!001.json.gz".formatted(domain, day + start, day + end);
  }

  private static Report report(PolicyType type, @Nullable String domain) {
    return new Report(
        "Sender",
        null,
        "id",
        new ReportWindow(START, START.plusSeconds(86_399)),
        List.of(
            new ReportedPolicy(
                type, List.of(), domain, List.of(), new SessionCounts(1, 0), List.of())));
  }
}
