package farol.wire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import farol.domain.report.Report;
import farol.wire.Bodies;
import farol.wire.Reading;
import farol.wire.ReadingLimits;
import farol.wire.ReportReader;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, there is a report to be read or the reason why there is none. */
class MailReaderFuzzTest {
  private static final int LARGEST_SEED = 6 << 10;
  private static final int MOST_BYTES = 20_000;

  /** Narrow, so that they are soon met. */
  private static final MailReader MAILS =
      new MailReader(new MailLimits(MOST_BYTES, 6, 3, 6_000, 60));

  private static final ReportReader REPORTS = new ReportReader(ReadingLimits.defaults());

  @DictionaryEntries({
    "Content-Type: ",
    "Content-Transfer-Encoding: ",
    "Content-Disposition: attachment; ",
    "Subject: Report Domain: example.com Submitter: example.org Report-ID: <1@example.org>",
    "TLS-Report-Domain: ",
    "multipart/report; boundary=",
    "message/rfc822",
    "application/tlsrpt+gzip",
    "application/tlsrpt+json",
    "application/octet-stream",
    "application/zip",
    "PK\\x03\\x04",
    "base64",
    "quoted-printable",
    "filename=",
    "filename*0*=utf-8''",
    "a!b!1663200000!1663286399.json.gz",
    "=?utf-8?B?",
    "=?iso-8859-1?Q?=41?=",
    // As dictionaries write line ends, backslashes and quotes.
    "\\x0d\\x0a\\x0d\\x0a",
    "\\x0d\\x0a--b\\x0d\\x0a",
    "\\x0d\\x0a--b--\\x0d\\x0a",
    "\\x0a ",
    "(\\x5c)",
    "\\x22\\x5c\\x22"
  })
  @MethodSource("mails")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void findsAReportOrSaysWhyThereIsNone(byte[] input) {
    var unused = MailReader.isMail(input);
    MailReading reading = MAILS.read(input);

    if (reading instanceof MailReading.Found found) {
      checkFound(found);
    } else {
      assertThat(((MailReading.Nothing) reading).detail()).isNotBlank();
    }
  }

  static Stream<byte[]> mails() {
    return Stream.concat(
        Mails.names().map(Mails::file).filter(mail -> mail.length <= LARGEST_SEED),
        Stream.concat(MailFormsTest.places(), ZippedReportsTest.mails()).map(Mails::bytes));
  }

  private static void checkFound(MailReading.Found found) {
    assertThat(found.report().body()).hasSizeLessThanOrEqualTo(MOST_BYTES);
    assertThat(found.envelope().toString().codePoints())
        .as("nothing that moves the cursor")
        .noneMatch(character -> Character.isISOControl(character));
    Reading read =
        REPORTS.read(found.report().body(), found.report().contentType(), null, Bodies.RECEIVED_AT);
    if (read instanceof Reading.Accepted accepted) {
      checkWarnings(found, accepted.report());
    }
  }

  private static void checkWarnings(MailReading.Found found, Report report) {
    assertThat(Disagreements.between(found.envelope(), report))
        .extracting(warning -> warning.code())
        .doesNotHaveDuplicates()
        .isSorted();
  }
}
