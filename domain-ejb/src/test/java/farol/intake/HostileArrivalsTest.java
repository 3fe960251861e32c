package farol.intake;

import static farol.intake.ReportMails.OTHER;
import static farol.intake.ReportMails.SENDER;
import static farol.intake.ReportMails.about;
import static farol.intake.ReportMails.header;
import static farol.intake.ReportMails.json;
import static farol.intake.ReportMails.packed;
import static farol.intake.ReportMails.single;
import static farol.intake.Verdict.FOREIGN;
import static farol.intake.Verdict.NO_REPORT;
import static farol.intake.Verdict.REFUSED;
import static farol.intake.Verdict.STORED;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.FakeLookup;
import farol.domain.monitored.StoredDomains;
import farol.domain.report.DkimGrade;
import farol.domain.report.StoredReports;
import farol.store.TestDatabase;
import farol.wire.Bodies;
import farol.wire.mail.Mails;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails that are made to cost much, to be read in two ways, or to be believed: docs/mails.md. */
class HostileArrivalsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Arrival IN_MAILBOX = Arrival.inMailbox("reports@farol", Posts.RECEIVED);
  private static final String HEADER = header("tlsrpt@farol.example", "example.com", "1");
  private static final String STRANGE = "From: a@b.example\r\nSubject: hello\r\n";
  private static final String REPORT =
      "Content-Type: application/tlsrpt+gzip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
          + packed("example.com", "1");

  private final FakeLookup dns = new FakeLookup();
  private final ReportArrivals arrivals = Arrivals.on(DATABASE, dns, new Tally(), Map.of());
  private long domain;

  @BeforeEach
  void addDomain() {
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    dns.putTxt(SENDER.keyName(), SENDER.record());
    dns.putTxt(OTHER.keyName(), OTHER.record());
  }

  /** What becomes of a mail. */
  private record Row(String name, String mail, Verdict verdict, String code) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> mails() {
    return Stream.of(
            ofStructure(), ofHeaders(), ofBodies(), ofZipFiles(), ofReports(), ofSignatures())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> ofStructure() {
    String manyParts = Mails.multipart("mixed", "b", parts(10_000));
    return Stream.of(
        new Row("five multiparts", HEADER + nested(5), STORED, ""),
        new Row("six multiparts", HEADER + nested(6), REFUSED, "MAIL_TOO_DEEP"),
        new Row("six multiparts of a stranger", STRANGE + nested(6), NO_REPORT, "MAIL_TOO_DEEP"),
        new Row("a thousand multiparts", STRANGE + nested(1_000), NO_REPORT, "MAIL_TOO_DEEP"),
        new Row("five mails", HEADER + forwarded(5), STORED, ""),
        new Row("six mails", HEADER + forwarded(6), REFUSED, "MAIL_TOO_DEEP"),
        new Row("10,000 parts", HEADER + manyParts, REFUSED, "MAIL_TOO_MANY_PARTS"),
        new Row(
            "10,000 parts of a stranger", STRANGE + manyParts, NO_REPORT, "MAIL_TOO_MANY_PARTS"),
        new Row(
            "20 parts",
            HEADER + Mails.multipart("mixed", "b", with(REPORT, parts(19))),
            STORED,
            ""),
        new Row(
            "a boundary within a boundary",
            HEADER + Mails.multipart("mixed", "b", Mails.text("x\r\n--bb\r\n--b-"), REPORT),
            STORED,
            ""),
        new Row(
            "no boundary",
            HEADER + "Content-Type: multipart/report\r\n\r\n--\r\n" + REPORT,
            REFUSED,
            "NO_REPORT_IN_MAIL"),
        new Row(
            "two reports",
            HEADER + Mails.multipart("mixed", "b", REPORT, REPORT.replace("tlsrpt", "TLSRPT")),
            STORED,
            ""));
  }

  private static Stream<Row> ofHeaders() {
    return Stream.of(
        new Row(
            "header of many fields",
            "X: 1\r\n".repeat(1_001) + HEADER + REPORT,
            NO_REPORT,
            "MAIL_HEADER_TOO_LARGE"),
        new Row(
            "header of many bytes",
            "X: " + "x".repeat(256 << 10) + "\r\n" + HEADER + REPORT,
            NO_REPORT,
            "MAIL_HEADER_TOO_LARGE"),
        new Row(
            "folded without end",
            "X: x" + "\r\n x".repeat(100_000) + "\r\n" + HEADER + REPORT,
            NO_REPORT,
            "MAIL_HEADER_TOO_LARGE"),
        new Row(
            "header of a part",
            HEADER + Mails.multipart("mixed", "b", "X: 1\r\n".repeat(1_001) + REPORT),
            REFUSED,
            "MAIL_HEADER_TOO_LARGE"),
        new Row(
            "many recipients",
            "To: " + "tlsrpt+aaaa@farol.example, ".repeat(5_000) + "\r\n" + STRANGE + REPORT,
            STORED,
            ""),
        new Row(
            "a date that is none",
            STRANGE + "Date: " + "(".repeat(5_000) + "\r\n" + REPORT,
            STORED,
            ""),
        new Row(
            "lying charset",
            HEADER + REPORT.replace("gzip\r\n", "gzip; charset=utf-16\r\n"),
            STORED,
            ""),
        new Row(
            "charset of a path",
            HEADER + REPORT.replace("gzip\r\n", "gzip; charset=\"../x\"\r\n"),
            STORED,
            ""),
        new Row(
            "subject of a charset that nobody knows",
            "Subject: =?x-evil?B?AAAA?=\r\n" + HEADER + REPORT,
            STORED,
            ""),
        new Row(
            "control characters",
            "Subject: \u0000\u001b[2J\u0007\r\n" + HEADER + REPORT,
            STORED,
            ""));
  }

  private static Stream<Row> ofBodies() {
    String json = "application/tlsrpt+json";
    return Stream.of(
        new Row(
            "a mail beyond the limit",
            HEADER + "\r\n" + "x".repeat(4 << 20),
            REFUSED,
            "BODY_TOO_LARGE"),
        new Row(
            "a stranger's mail beyond the limit",
            STRANGE + "\r\n" + "x".repeat(4 << 20),
            NO_REPORT,
            "BODY_TOO_LARGE"),
        new Row(
            "a report beyond the limit",
            single(HEADER, json, "{" + " ".repeat(1 << 20)),
            REFUSED,
            "BODY_TOO_LARGE"),
        new Row(
            "gzip bomb",
            HEADER
                + "Content-Type: application/tlsrpt+gzip\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Mails.base64(Bodies.gzip(new byte[64 << 20])),
            REFUSED,
            "DECODED_TOO_LARGE"),
        new Row(
            "a stranger's gzip bomb",
            STRANGE
                + "Content-Type: application/gzip\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Mails.base64(Bodies.gzip(new byte[64 << 20])),
            NO_REPORT,
            "DECODED_TOO_LARGE"),
        new Row(
            "gzip in gzip",
            HEADER
                + "Content-Type: application/tlsrpt+gzip\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Mails.base64(Bodies.gzip(Bodies.gzip(Posts.of("example.com", "1").body()))),
            REFUSED,
            "NESTED_COMPRESSION"),
        new Row(
            "base64 that was cut",
            HEADER + REPORT.substring(0, REPORT.length() - 40),
            REFUSED,
            "BAD_GZIP"),
        new Row(
            "base64 that says to be none",
            HEADER + REPORT.replace("base64", "7bit"),
            REFUSED,
            "BAD_JSON"),
        new Row("deep JSON", single(HEADER, json, "{\"a\":".repeat(33)), REFUSED, "TOO_DEEP"),
        new Row(
            "a stranger's JSON",
            single(STRANGE, "application/json", "{\"a\":1}"),
            NO_REPORT,
            "MISSING_FIELD"),
        new Row(
            "no report at all",
            single(STRANGE, "text/html", "<p>hello</p>"),
            NO_REPORT,
            "NO_REPORT_IN_MAIL"),
        new Row("nothing", "", NO_REPORT, "NO_REPORT_IN_MAIL"),
        new Row("bytes", "\u0000\u00ff\u0000".repeat(1_000), NO_REPORT, "NO_REPORT_IN_MAIL"));
  }

  private static Stream<Row> ofZipFiles() {
    return Stream.of(
        new Row("zip bomb", HEADER + zip(1, new byte[64 << 20]), REFUSED, "NO_REPORT_IN_MAIL"),
        new Row(
            "zip bomb that begins as a report",
            HEADER + zip(1, Bodies.utf8("{" + " ".repeat(64 << 20))),
            REFUSED,
            "NO_REPORT_IN_MAIL"),
        new Row(
            "zip of many files",
            STRANGE + zip(10_000, new byte[0]),
            NO_REPORT,
            "NO_REPORT_IN_MAIL"),
        new Row(
            "zip of a report", STRANGE + zip(1, Posts.of("example.com", "1").body()), STORED, ""),
        new Row(
            "zip of bombs that do not fit together",
            HEADER
                + Mails.multipart(
                    "mixed",
                    "b",
                    Collections.nCopies(4, zip(1, Bodies.utf8("{" + " ".repeat(1 << 20))))
                        .toArray(String[]::new)),
            REFUSED,
            "BODY_TOO_LARGE"));
  }

  private static Stream<Row> ofReports() {
    return Stream.of(
        new Row("about another domain", about("victim.example", "1"), FOREIGN, "FOREIGN"),
        new Row("about a domain above", about("com", "1"), FOREIGN, "FOREIGN"),
        new Row("about a domain below", about("mail.example.com", "1"), FOREIGN, "FOREIGN"),
        new Row(
            "in another's name only by its header",
            single(
                header("a@b.example", "example.com", "1"),
                "application/tlsrpt+json",
                json("victim.example", "1")),
            FOREIGN,
            "FOREIGN"),
        new Row(
            "with a domain that is none",
            single(HEADER, "application/tlsrpt+json", json("a\\u0000b", "1")),
            REFUSED,
            "BAD_DOMAIN"));
  }

  /** Stored all the same, and marked; a setting refuses these. */
  private static Stream<Row> ofSignatures() {
    String mail = about("example.com", "1");
    return Stream.of(
        new Row("signature of a beginning", SENDER.with("l", "20").sign(mail), STORED, ""),
        new Row("forged signature", SENDER.with("b", "AAAA").sign(mail), STORED, ""),
        new Row("a second From", "From: a@b.example\r\n" + SENDER.sign(mail), STORED, ""),
        new Row("fifty signatures", fiftySignatures(mail), STORED, ""));
  }

  @ParameterizedTest
  @MethodSource("mails")
  @Timeout(20)
  void mailComesToItsDocumentedEnd(Row row) {
    assertThat(take(row.mail()))
        .extracting(Ending::verdict, Ending::code)
        .containsExactly(row.verdict(), row.code());
    assertThat(StoredReports.of(DATABASE.sql(), domain)).hasSize(row.verdict() == STORED ? 1 : 0);
  }

  static Stream<Row> unproven() {
    return ofSignatures();
  }

  @ParameterizedTest
  @MethodSource("unproven")
  void signatureThatDoesNotCountIsMarked(Row row) {
    take(row.mail());

    assertThat(StoredReports.of(DATABASE.sql(), domain))
        .extracting(report -> report.origin().grade())
        .containsExactly(DkimGrade.FAILED);
  }

  @ParameterizedTest
  @MethodSource("unproven")
  void signatureThatDoesNotCountIsRefusedWhereItMust(Row row) {
    ReportArrivals strict =
        Arrivals.on(DATABASE, dns, new Tally(), Map.of("FAROL_MAIL_TRUST", "aligned"));

    assertThat(Arrivals.take(strict, row.mail(), IN_MAILBOX).code())
        .isEqualTo("NOT_SIGNED_BY_REPORTER");
  }

  @Test
  void severalReportsAreWarnedOf() {
    take(HEADER + Mails.multipart("mixed", "b", REPORT, REPORT));

    assertThat(StoredReports.of(DATABASE.sql(), domain).get(0).warnings())
        .containsExactly("MAIL_SEVERAL_REPORTS");
  }

  @Test
  void replayedMailIsADuplicate() {
    String mail = SENDER.sign(about("example.com", "1"));
    take(mail);

    assertThat(take(mail)).isEqualTo(new Ending(Verdict.DUPLICATE, "", ""));
    assertThat(take("Delivered-To: again@farol.example\r\n" + mail).verdict())
        .isEqualTo(Verdict.DUPLICATE);
    assertThat(take(about("example.com", "1")).verdict())
        .as("without its signature, so it can't be marked down later")
        .isEqualTo(Verdict.DUPLICATE);
    assertThat(StoredReports.of(DATABASE.sql(), domain))
        .extracting(report -> report.origin().grade())
        .containsExactly(DkimGrade.ALIGNED);
  }

  @Test
  void mailThatIsReplayedToAnotherDomainIsNotForThatOne() {
    long victim = StoredDomains.verified(DATABASE.sql(), "bob", "victim.example");
    String token = StoredDomains.collector(DATABASE.sql(), victim).value();
    String mail = SENDER.sign(about("example.com", "1"));
    take(mail);

    assertThat(take("To: tlsrpt+" + token + "@farol.example\r\n" + mail).verdict())
        .isEqualTo(Verdict.DUPLICATE);
    assertThat(StoredReports.of(DATABASE.sql(), victim)).isEmpty();
  }

  private Ending take(String mail) {
    return Arrivals.take(arrivals, mail, IN_MAILBOX);
  }

  private static String fiftySignatures(String mail) {
    String signed = mail;
    for (int i = 0; i < 50; i++) {
      signed = SENDER.with("s", "gone" + i).with("b", "AAAA").with("bh", "AAAA").sign(signed);
    }
    return signed;
  }

  private static String[] parts(int count) {
    return Collections.nCopies(count, Mails.text("x")).toArray(String[]::new);
  }

  private static String[] with(String last, String... parts) {
    return Stream.concat(Stream.of(parts), Stream.of(last)).toArray(String[]::new);
  }

  private static String nested(int depth) {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
    }
    return mail.append(REPORT).toString();
  }

  private static String forwarded(int depth) {
    return "Content-Type: message/rfc822\r\n\r\n".repeat(depth) + REPORT;
  }

  /** A part with a zip file in which a file is so many times. */
  private static String zip(int count, byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < count; i++) {
        zip.putNextEntry(new ZipEntry("file" + i));
        zip.write(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Mails.base64(out.toByteArray());
  }
}
