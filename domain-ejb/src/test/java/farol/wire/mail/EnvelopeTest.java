package farol.wire.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import farol.wire.RefusalCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a mail's header tells where a report goes, and whether there is to be one. */
class EnvelopeTest {
  private static final String REPORT = Mails.packedReport();
  private static final String FORWARD = "Content-Type: message/rfc822\r\n\r\n";

  @ParameterizedTest
  @ValueSource(strings = {"To", "CC", "Delivered-To", "X-Original-To", "envelope-to"})
  void everyFieldOfRecipientsTellsWhomItIsFor(String field) {
    assertThat(envelope(field + ": <tls+token@example.com>\r\n" + REPORT).recipients())
        .contains("<tls+token@example.com>");
  }

  @Test
  void recipientsOfAllFieldsAreTogether() {
    Envelope envelope =
        envelope(
            "Delivered-To: box@example.com\r\nTo: a@example.com,\r\n\tb@example.com\r\n"
                + "Cc: c@example.com\r\nBcc: d@example.com\r\n"
                + REPORT);

    assertThat(envelope.recipients().split("[\\s,]+"))
        .containsExactly("box@example.com", "a@example.com", "b@example.com", "c@example.com");
  }

  @Test
  void withoutRecipientsThereIsNone() {
    assertThat(envelope(REPORT).recipients()).isBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sat, 21 Nov 2026 01:02:03 +0000 | 2026-11-21T01:02:03Z",
        "21 Nov 2026 01:02:03 -0500 | 2026-11-21T06:02:03Z",
        "Wed,  4 Nov 2026 01:02 +0000 | 2026-11-04T01:02:00Z",
        "Sat, 21 Nov 2026 01:02:03 GMT | 2026-11-21T01:02:03Z",
        "Sat, 21 Nov 2026 01:02:03 -0800 (PST) | 2026-11-21T09:02:03Z",
        "yesterday |",
        "Mon, 21 Nov 2026 01:02:03 +0000 |",
        "Sat, 32 Nov 2026 01:02:03 +0000 |",
        "Sat, 21 Nov 999999999999 01:02:03 +0000 |",
        "(((((((((( |",
        "'' |",
      })
  void dateIsReadWhereItIsOne(String date, @Nullable Instant sentAt) {
    assertThat(envelope("Date: " + date + "\r\n" + REPORT).sentAt()).isEqualTo(sentAt);
  }

  @Test
  void firstDateCounts() {
    assertThat(
            envelope(
                    "Date: Sat, 21 Nov 2026 01:02:03 +0000\r\n"
                        + "Date: Sun, 22 Nov 2026 01:02:03 +0000\r\n"
                        + REPORT)
                .sentAt())
        .isEqualTo("2026-11-21T01:02:03Z");
  }

  @Test
  void isThatOfTheForwardedMailWithTheReport() {
    Envelope envelope =
        envelope("From: outer@example.com\r\n" + FORWARD + "From: inner@example.com\r\n" + REPORT);

    assertThat(envelope.from()).isEqualTo("inner@example.com");
  }

  @Test
  void mailOfTheReportIsTheForwardedOne() {
    String inner = "From: inner@example.com\r\n" + REPORT;

    assertThat(mail(inner)).isEqualTo(inner);
    assertThat(mail("From: outer@example.com\r\n" + FORWARD + inner)).isEqualTo(inner);
    assertThat(
            mail(
                "From: outer@example.com\r\n"
                    + FORWARD.replace("\r\n\r\n", "\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                    + Mails.base64(Mails.bytes(inner))))
        .isEqualTo(inner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS-Report-Domain: example.com\r\n",
        "TLS-Report-Submitter: sender.example\r\n",
        "Content-Type: multipart/report; report-type=\"TLSRPT\"; boundary=b\r\n"
      })
  void headerAnnouncesAReportThatIsNotThere(String field) {
    assertThat(nothing(field + "\r\nno report").announced()).isTrue();
  }

  @Test
  void headerAnnouncesAReportBeyondTheLimits() {
    MailReader reader = new MailReader(new MailLimits(100, 1, 1, 1_000, 10));
    String text = "\r\n\r\n" + "x".repeat(100);

    assertThat(reader.read(Mails.bytes("TLS-Report-Domain: example.com" + text)))
        .isInstanceOfSatisfying(
            MailReading.Nothing.class,
            nothing -> {
              assertThat(nothing.code()).isEqualTo(RefusalCode.BODY_TOO_LARGE);
              assertThat(nothing.announced()).isTrue();
            });
    assertThat(reader.read(Mails.bytes("Subject: example.com" + text)))
        .isInstanceOfSatisfying(
            MailReading.Nothing.class, nothing -> assertThat(nothing.announced()).isFalse());
  }

  @Test
  void otherMailsAnnounceNothing() {
    assertThat(nothing("Subject: TLS report\r\n\r\nno report").announced()).isFalse();
    assertThat(
            nothing("Content-Type: multipart/report; report-type=delivery-status\r\n\r\n")
                .announced())
        .isFalse();
    assertThat(nothing(FORWARD + "TLS-Report-Domain: example.com\r\n\r\nno report").announced())
        .as("what somebody forwards")
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/tlsrpt+json | true",
        "application/json; name=\"s!example.com!1!2.json\" | true",
        "application/json; name=\"report.json\" | false",
        "text/plain | false"
      })
  void partAnnouncesAReport(String type, boolean announced) {
    assertThat(Mails.found(Mails.read("Content-Type: " + type + "\r\n\r\n{}")).announced())
        .isEqualTo(announced);
  }

  private static Envelope envelope(String mail) {
    return Mails.found(Mails.read(mail)).envelope();
  }

  private static String mail(String mail) {
    return new String(Mails.found(Mails.read(mail)).mail(), ISO_8859_1);
  }

  private static MailReading.Nothing nothing(String mail) {
    MailReading reading = Mails.read(mail);
    Mails.nothing(reading, RefusalCode.NO_REPORT_IN_MAIL);
    return (MailReading.Nothing) reading;
  }
}
