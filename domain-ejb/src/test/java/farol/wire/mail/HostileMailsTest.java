package farol.wire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import farol.wire.Bodies;
import farol.wire.RefusalCode;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that are made to cost much, or to be read in two ways. */
class HostileMailsTest {
  private static final int MOST_BYTES = 1 << 20;
  private static final String REPORT = Mails.packedReport();
  private static final int MOST_MEMORY = 16 << 20;

  @Test
  void sizeIsLimited() {
    byte[] mail = Mails.bytes("Content-Type: application/tlsrpt+json\r\n\r\n{}");
    assertThat(reader(new MailLimits(mail.length, 1, 1, 1_000, 10)).read(mail))
        .isInstanceOf(MailReading.Found.class);

    Mails.nothing(
        reader(new MailLimits(mail.length - 1, 1, 1, 1_000, 10)).read(mail),
        RefusalCode.BODY_TOO_LARGE);
  }

  @Test
  void partsAreLimitedWhereverTheReportIs() {
    String[] texts = Collections.nCopies(18, Mails.text("x")).toArray(String[]::new);
    Mails.found(Mails.read(Mails.multipart("mixed", "b", with(REPORT, texts))));
    String[] more = with(Mails.text("x"), texts);
    Mails.found(Mails.read(Mails.multipart("mixed", "b", with(REPORT, more))));

    Mails.nothing(
        Mails.read(Mails.multipart("mixed", "b", with(REPORT, with(Mails.text("x"), more)))),
        RefusalCode.MAIL_TOO_MANY_PARTS);
  }

  @Test
  void partsOfAllMultipartsCountTogether() {
    String six = Mails.multipart("mixed", "in", Collections.nCopies(6, "").toArray(String[]::new));
    Mails.found(Mails.read(Mails.multipart("mixed", "out", REPORT, six, six)));

    Mails.nothing(
        Mails.read(Mails.multipart("mixed", "out", REPORT, six, six, six)),
        RefusalCode.MAIL_TOO_MANY_PARTS);
  }

  @Test
  void depthIsLimited() {
    Mails.found(Mails.read(nested(5)));

    Mails.nothing(Mails.read(nested(6)), RefusalCode.MAIL_TOO_DEEP);
  }

  @Test
  void forwardedMailsAreAsDeepAsMultiparts() {
    String forward = "Content-Type: message/rfc822\r\n\r\n";
    Mails.found(Mails.read(forward.repeat(5) + REPORT));

    Mails.nothing(Mails.read(forward.repeat(6) + REPORT), RefusalCode.MAIL_TOO_DEEP);
  }

  @Test
  void headersAreLimitedInBytesAndFields() {
    String header = "X: 1\r\n";
    byte[] mail = Mails.bytes(header.repeat(9) + "Content-Type: application/json\r\n\r\n{}");
    int bytes = 9 * header.length() + "Content-Type: application/json\r\n".length();
    assertThat(reader(new MailLimits(MOST_BYTES, 1, 1, bytes, 10)).read(mail))
        .isInstanceOf(MailReading.Found.class);

    Mails.nothing(
        reader(new MailLimits(MOST_BYTES, 1, 1, bytes - 1, 10)).read(mail),
        RefusalCode.MAIL_HEADER_TOO_LARGE);
    Mails.nothing(
        reader(new MailLimits(MOST_BYTES, 1, 1, bytes, 9)).read(mail),
        RefusalCode.MAIL_HEADER_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLS-Report-Domain: example.com\r\n", ""})
  void headerBeyondTheLimitsTellsWhatItSaidBefore(String before) {
    MailReading reading = Mails.read(before + "X: 1\r\n".repeat(1_000) + "Y: 1\r\n" + REPORT);

    Mails.nothing(reading, RefusalCode.MAIL_HEADER_TOO_LARGE);
    assertThat(((MailReading.Nothing) reading).announced()).isEqualTo(!before.isEmpty());
  }

  static Stream<byte[]> bombs() {
    return Stream.of(
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n".repeat(10_000),
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\nx\r\n".repeat(100_000),
            "X-Bomb: 1\r\n".repeat(90_000) + REPORT,
            "X-Bomb: " + "x".repeat(1_000_000),
            "Subject: x" + "\r\n x".repeat(250_000),
            "Subject: " + "=?".repeat(500_000),
            "Subject: " + "=?utf-8?Q?=41?= ".repeat(60_000),
            "Subject: " + "?= ".repeat(300_000) + "\r\n" + REPORT,
            "Content-Type: " + "(".repeat(1_000_000),
            "Content-Type: " + "\"\\".repeat(500_000),
            "Content-Type: multipart/mixed" + "; a=b".repeat(200_000),
            "Content-Disposition: attachment" + names() + "\r\n" + REPORT,
            "Content-Type: multipart/mixed; boundary=" + "-".repeat(200_000),
            "Content-Type: multipart/mixed; boundary=-\r\n\r\n" + "---------\r\n".repeat(90_000),
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b" + " ".repeat(1_000_000),
            nested(1_000),
            "Content-Type: message/rfc822\r\n\r\n".repeat(30_000),
            "\r\n".repeat(500_000),
            "From x\r\n".repeat(130_000),
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + "= \r\n".repeat(260_000),
            "Content-Transfer-Encoding: base64\r\n\r\n" + "====".repeat(260_000),
            "Content-Type: application/tlsrpt+gzip\r\n\r\n" + "{".repeat(1_000_000))
        .map(Mails::bytes)
        .map(mail -> Arrays.copyOf(mail, Math.min(mail.length, MOST_BYTES)));
  }

  /** Counts all that is ever allocated for a mail, which is more than what is held at once. */
  @ParameterizedTest
  @MethodSource("bombs")
  void bombTakesLittleMemory(byte[] mail) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    MailReading reading = Mails.read(mail);

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_MEMORY);
    assertThat(reading).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-16", "utf-7", "ebcdic-cp-us", "x\u0000y", "../../etc/passwd", ""})
  void charsetsDecideNothing(String charset) {
    MailReading reading =
        Mails.read(
            "Content-Type: application/tlsrpt+json; charset=\"%s\"\r\nSubject: =?%s?B?AAAA?=\r\n\r\n%s"
                .formatted(charset, charset, Bodies.smallReport()));

    assertThat(Mails.found(reading).report().body()).isEqualTo(Mails.REPORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--b\r\nContent-Type: text/plain\r\n\r\n--bb\r\n--b-\r\n--b--x\r\n --b--\r\n-b\r\n--B\r\n",
        "before\r\n--b\r\n\r\n\r\n",
        "--b\r\n--b\r\n",
        "--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
      })
  void onlyAWholeLineIsADelimiter(String before) {
    MailReading reading =
        Mails.read(
            "Content-Type: multipart/report; boundary=b\r\n\r\n"
                + before
                + "--b\r\n"
                + REPORT
                + "\r\n--b--\r\n"
                + "--b\r\nContent-Type: application/tlsrpt+json\r\n\r\n{}\r\n--b--\r\n");

    MailReading.Found found = Mails.found(reading);
    assertThat(found.report().body()).isEqualTo(Mails.PACKED);
    assertThat(found.several()).as("what follows the end is no part").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"boundary=\"\"", "boundary=", "charset=utf-8", "boundary*0=b"})
  void multipartWithoutABoundaryHasNoParts(String parameter) {
    Mails.nothing(
        Mails.read(
            "Content-Type: multipart/report; "
                + parameter
                + "\r\n\r\n--\r\n"
                + REPORT
                + "\r\n----"),
        RefusalCode.NO_REPORT_IN_MAIL);
  }

  @Test
  void boundaryMayBeLongerThanTheRfcAllowsButNotEndless() {
    Mails.found(Mails.read(Mails.multipart("report", "b".repeat(200), REPORT)));

    Mails.nothing(
        Mails.read(Mails.multipart("report", "b".repeat(201), REPORT)),
        RefusalCode.NO_REPORT_IN_MAIL);
  }

  @Test
  void firstOfTwoFieldsCounts() {
    MailReading reading =
        Mails.read(
            "Content-Type: multipart/report; boundary=b; boundary=c\r\n"
                + "Content-Type: multipart/report; boundary=c\r\n\r\n"
                + "--c\r\nContent-Type: application/tlsrpt+json\r\n\r\n{}\r\n"
                + "--b\r\n"
                + REPORT
                + "\r\n--b--\r\n--c--\r\n");

    assertThat(Mails.found(reading).report().body()).isEqualTo(Mails.PACKED);
  }

  @Test
  void truncatedBase64GivesWhatIsThere() {
    String whole = Mails.base64(Mails.PACKED);
    for (int length = 0; length < whole.length(); length++) {
      MailReading reading =
          Mails.read(
              "Content-Type: application/tlsrpt+gzip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                  + whole.substring(0, length));

      byte[] body = Mails.found(reading).report().body();
      assertThat(body).isEqualTo(Arrays.copyOf(Mails.PACKED, body.length));
    }
  }

  @Test
  void textOfTheEnvelopeIsHarmlessAndShort() {
    String mail =
        "From: a\u0007b\u001b[31m\u0000\r\n"
            + ("Subject: " + "x".repeat(5_000) + "\r\n")
            + "TLS-Report-Domain: =?utf-8?B?4oCudHh0LmV4ZQ==?=\r\n"
            + ("To: a\u0007b@c\r\n\t" + "x".repeat(20_000) + "\r\n")
            + REPORT;

    Envelope envelope = Mails.found(Mails.read(mail)).envelope();

    assertThat(envelope.from()).isEqualTo("a\ufffdb\ufffd[31m\ufffd");
    assertThat(envelope.subject()).isEqualTo("x".repeat(998) + "...");
    assertThat(envelope.reportDomain()).isEqualTo("\ufffdtxt.exe");
    assertThat(envelope.recipients()).startsWith("a\ufffdb@c xxx").hasSizeBetween(8_000, 8_200);
  }

  private static MailReader reader(MailLimits limits) {
    return new MailReader(limits);
  }

  private static String[] with(String last, String... parts) {
    String[] all = Arrays.copyOf(parts, parts.length + 1);
    all[parts.length] = last;
    return all;
  }

  /** A report in so many multiparts within one another. */
  private static String nested(int depth) {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
    }
    return mail.append(REPORT).toString();
  }

  private static String names() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      names.append("; filename*").append(i).append("=x");
    }
    return names.toString();
  }
}
