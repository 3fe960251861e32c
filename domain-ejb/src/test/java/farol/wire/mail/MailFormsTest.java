package farol.wire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import farol.wire.Bodies;
import farol.wire.RefusalCode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a report is in a mail, and however it is packed, it is found. */
class MailFormsTest {
  private static final String BANNER = Mails.text("External mail: be careful.");
  private static final String HTML = "Content-Type: text/html\r\n\r\n<p>A report</p>";
  private static final String FILE = "google.com!example.com!1795132800!1795219199!001.json.gz";

  static Stream<Arguments> packings() {
    String json = Bodies.smallReport();
    return Stream.of(
        Arguments.of("base64", Mails.base64(Mails.REPORT)),
        Arguments.of("BASE64 ", Mails.base64(Mails.REPORT).replace("\r\n", "\n")),
        Arguments.of("base64", Mails.base64(Mails.REPORT) + "\r\n-- \r\nfooter of a list"),
        Arguments.of("base64", "*" + Mails.base64(Mails.REPORT).replace("J", "J!\u00e9 ")),
        Arguments.of("quoted-printable", json.replace("=", "=3D")),
        Arguments.of("quoted-printable", json.replace(",", "=2c=\r\n").replace("9", "=39")),
        Arguments.of("quoted-printable", json.replace(",", ",= \t\r\n")),
        Arguments.of("7bit", json),
        Arguments.of("8bit", json),
        Arguments.of("binary", json),
        Arguments.of("x-unheard-of", json));
  }

  @ParameterizedTest
  @MethodSource("packings")
  void isUnpacked(String encoding, String body) {
    MailReading reading =
        Mails.read(
            "Content-Type: application/tlsrpt+json\r\nContent-Transfer-Encoding: %s\r\n\r\n%s"
                .formatted(encoding, body));

    assertThat(Mails.found(reading).report().body()).isEqualTo(Mails.REPORT);
  }

  @Test
  void isTakenAsItIsFromABinaryPart() {
    byte[] mail =
        Bodies.concat(
            Mails.mail(
                "Content-Type: multipart/report; boundary=x",
                "",
                "--x",
                "Content-Type: application/tlsrpt+gzip",
                "Content-Transfer-Encoding: binary",
                "",
                ""),
            Mails.PACKED,
            Mails.bytes("\r\n--x--\r\n"));

    assertThat(Mails.found(Mails.read(mail)).report().body()).isEqualTo(Mails.PACKED);
  }

  static Stream<String> places() {
    String report = Mails.packedReport();
    String inner = "Subject: inner\r\n" + Mails.multipart("report", "in", BANNER, report);
    return Stream.of(
        report,
        Mails.multipart("report", "b", BANNER, report),
        Mails.multipart("report", "b", HTML, report),
        Mails.multipart("mixed", "out", BANNER, Mails.multipart("report", "in", HTML, report)),
        Mails.multipart("mixed", "out", Mails.multipart("report", "in", HTML, report), BANNER),
        Mails.multipart("mixed", "out", BANNER, "Content-Type: message/rfc822\r\n\r\n" + inner),
        Mails.multipart(
            "mixed",
            "out",
            "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Mails.base64(Mails.bytes(inner))),
        Mails.multipart("mixed", "a", Mails.multipart("mixed", "aa", report)),
        Mails.multipart("mixed", "aa", Mails.multipart("mixed", "a", report)),
        Mails.multipart("report", "b", BANNER, report).replace("\r\n", "\n"),
        Mails.multipart("report", "b", BANNER, report).replace("--b\r\n", "--b \t\r\n"),
        Mails.multipart("report", "b", BANNER, report).replace("--b--\r\n", ""),
        Mails.multipart("report", "b", BANNER, report).replace("boundary=", "\r\n\tBoundary = "),
        Mails.multipart("report", "b", BANNER, report).replace("report;", "(c; \"(x\\))) report;"),
        Mails.multipart("report", "b", BANNER, report) + "\r\n" + BANNER,
        "\ufeff" + report,
        "\r\n\r\n" + report,
        "From sender@example.com Fri Nov 20 10:00:00 2026\r\n" + report,
        "this line is no header field\r\n" + report);
  }

  @ParameterizedTest
  @MethodSource("places")
  void isFound(String mail) {
    byte[] bytes = mail.startsWith("\ufeff") ? Bodies.utf8(mail) : Mails.bytes(mail);

    assertThat(Mails.found(Mails.read(bytes)).report().body()).isEqualTo(Mails.PACKED);
  }

  @ParameterizedTest
  @CsvSource({
    "application/tlsrpt+gzip, report.gz, application/tlsrpt+gzip",
    "application/TLSRPT+gzip, , application/tlsrpt+gzip",
    "application/tlsrpt, , ",
    "application/x-unheard, " + FILE + ", ",
    "text/plain, " + FILE + ", ",
    "application/octet-stream, " + FILE + ", application/octet-stream",
    "application/octet-stream, report.bin, application/octet-stream",
    "application/gzip, , application/gzip",
    "application/x-gzip, , application/x-gzip",
    "application/json, , application/json",
    "text/plain, , ",
    ", , "
  })
  void isRecognisedByMediaTypeFileNameOrFirstBytes(
      @Nullable String mediaType, @Nullable String fileName, @Nullable String passedOn) {
    String part =
        (mediaType == null ? "X-Nothing: 1\r\n" : "Content-Type: " + mediaType + "\r\n")
            + (fileName == null
                ? ""
                : "Content-Disposition: attachment; filename=\"" + fileName + "\"\r\n")
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + Mails.base64(Mails.PACKED);

    MailReading.Found found =
        Mails.found(Mails.read(Mails.multipart("mixed", "b", BANNER, HTML, part)));

    assertThat(found.report().body()).isEqualTo(Mails.PACKED);
    assertThat(found.report().contentType()).isEqualTo(passedOn);
    assertThat(found.envelope().fileName()).isEqualTo(fileName);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: attachment; filename=\"NAME\"",
        "Content-Disposition: attachment; filename=NAME",
        "Content-Disposition: attachment;\r\n\tfilename=\"NAME\"; size=1",
        "Content-Type: application/octet-stream; name=\"NAME\"",
        "Content-Disposition: attachment; filename*=utf-8'en'google.com%21example.com"
            + "%211795132800%211795219199%21001.json.gz",
        "Content-Disposition: attachment; filename*0=google.com!example.com;"
            + " filename*1=!1795132800!1795219199!001.json.gz",
        "Content-Disposition: attachment; filename*0*=utf-8''google.com%21example.com;"
            + " filename*1*=%211795132800%211795219199%21001.json.gz",
        "Content-Disposition: attachment; filename=\"=?utf-8?Q?google.com!example.com"
            + "!1795132800!?= =?UTF-8?B?MTc5NTIxOTE5OSEwMDEuanNvbi5neg==?=\""
      })
  void fileNameIsReadInAllItsForms(String header) {
    String part =
        header.replace("NAME", FILE)
            + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Mails.base64(Mails.PACKED);

    assertThat(Mails.found(Mails.read(part)).envelope().fileName()).isEqualTo(FILE);
  }

  @Test
  void surerSignWins() {
    String looksAlike = "Content-Type: application/json\r\n\r\n{\"not\":\"it\"}";

    MailReading.Found found =
        Mails.found(
            Mails.read(
                Mails.multipart("mixed", "b", looksAlike, Mails.text("{"), Mails.packedReport())));

    assertThat(found.report().body()).isEqualTo(Mails.PACKED);
    assertThat(found.several()).isFalse();
  }

  @Test
  void firstOfSeveralIsTakenAndTheOthersAreTold() {
    String other = "Content-Type: application/tlsrpt+json\r\n\r\n{}";

    MailReading.Found found =
        Mails.found(Mails.read(Mails.multipart("report", "b", Mails.packedReport(), other)));

    assertThat(found.report().body()).isEqualTo(Mails.PACKED);
    assertThat(found.several()).isTrue();
  }

  @Test
  void envelopeIsThatOfTheMailThatWasForwarded() {
    String inner =
        "From: reporter@example.org\r\nSubject: inner\r\n"
            + Mails.multipart("report", "in", Mails.packedReport());
    String mail =
        "From: somebody@example.com\r\nSubject: Fwd: inner\r\n"
            + Mails.multipart("mixed", "out", "Content-Type: message/rfc822\r\n\r\n" + inner);

    Envelope envelope = Mails.found(Mails.read(mail)).envelope();

    assertThat(envelope.from()).isEqualTo("reporter@example.org");
    assertThat(envelope.subject()).isEqualTo("inner");
  }

  @Test
  void headerIsDecodedForPeople() {
    MailReading.Found found =
        Mails.found(
            Mails.read(
                Bodies.utf8(
                    """
                    From: =?iso-8859-1?Q?J=F6rg_M=FCller?= <j@example.org>
                    Subject: =?UTF-8?B?UmVsYXTDs3Jpbw==?=
                     =?UTF-8?Q?_TLS?= de São Paulo =?x-unheard?Q?a?=
                    TLS-Report-Submitter:   example.org
                    Content-Type: application/tlsrpt+json

                    {}\
                    """)));

    assertThat(found.envelope().from()).isEqualTo("Jörg Müller <j@example.org>");
    assertThat(found.envelope().subject())
        .isEqualTo("Relatório TLS de São Paulo =?x-unheard?Q?a?=");
    assertThat(found.envelope().submitter()).isEqualTo("example.org");
    assertThat(found.envelope().reportDomain()).isNull();
    assertThat(found.envelope().fileName()).isNull();
  }

  @Test
  void mailWithoutAReportSaysWhatIsInIt() {
    MailReading reading = Mails.read(Mails.multipart("alternative", "b", BANNER, HTML));

    assertThat(reading)
        .isEqualTo(
            new MailReading.Nothing(
                RefusalCode.NO_REPORT_IN_MAIL,
                "a mail must carry a report, got only \"text/plain, text/html\"",
                false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"organization-name\":\"x\"}",
        " { \"organization-name\" : \"x\" }",
        "[]",
        "<html>",
        "",
        "\u001f\u008b\b",
        "words without a colon",
        "\r\n",
        ": no name",
        "From here on\r\n"
      })
  void isNotSaidOfWhatBeginsOtherwise(String text) {
    assertThat(MailReader.isMail(Mails.bytes(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: x",
        "\r\nReceived:",
        "X-Y : z",
        "From : a",
        "From a@example.com\r\nDate: x",
        "a:b"
      })
  void isSaidOfWhatBeginsWithAField(String text) {
    assertThat(MailReader.isMail(Mails.bytes(text))).isTrue();
  }
}
