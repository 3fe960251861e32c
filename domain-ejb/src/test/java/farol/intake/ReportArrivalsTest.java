package farol.intake;

import static farol.intake.ReportMails.OTHER;
import static farol.intake.ReportMails.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.lookup.FakeLookup;
import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.CollectorToken;
import farol.domain.monitored.Directories;
import farol.domain.monitored.StoredDomains;
import farol.domain.report.DkimGrade;
import farol.domain.report.Origin;
import farol.domain.report.ReportHead;
import farol.domain.report.StoredReports;
import farol.domain.report.Way;
import farol.store.DatabaseException;
import farol.store.TestDatabase;
import farol.wire.Bodies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportArrivalsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Map<String, String> ONLY_ALIGNED = Map.of("FAROL_MAIL_TRUST", "aligned");
  private static final Arrival IN_MAILBOX = Arrival.inMailbox("reports@farol", Posts.RECEIVED);

  private final FakeLookup dns = new FakeLookup();
  private final Tally tally = new Tally();
  private final ReportArrivals arrivals = Arrivals.on(DATABASE, dns, tally, Map.of());
  private long domain;

  @BeforeEach
  void addDomain() {
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    dns.putTxt(SENDER.keyName(), SENDER.record());
    dns.putTxt(OTHER.keyName(), OTHER.record());
  }

  @Test
  void storesTheReportOfAMail() {
    assertThat(take(SENDER.sign(ReportMails.about("example.com", "1"))))
        .isEqualTo(new Ending(Verdict.STORED, "", ""));

    ReportHead report = only(domain);
    assertThat(report.reportId()).isEqualTo("1");
    assertThat(report.counts().successful()).isEqualTo(41);
    assertThat(report.receivedAt()).isEqualTo(Posts.RECEIVED);
    assertThat(report.warnings()).isEmpty();
    assertThat(report.origin())
        .isEqualTo(
            new Origin(
                Way.MAIL,
                DkimGrade.ALIGNED,
                "sender.example",
                false,
                "signed by sender.example, its submitter",
                "reports@farol",
                null));
    assertThat(DATABASE.sql().find("select body from report_raw", row -> row.getBytes(1)))
        .contains(Bodies.gzip(Posts.of("example.com", "1").body()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"})
  void goesToTheDomainWhoseTokenARecipientHas(String field) {
    long claimed = StoredDomains.pending(DATABASE.sql(), "bob", "example.com");
    CollectorToken token = StoredDomains.collector(DATABASE.sql(), claimed);
    String mail = ReportMails.about("example.com", "1").replaceFirst("To: .*\r\n", "");

    assertThat(take(field + ": <tlsrpt+" + token.value() + "@farol.example>\r\n" + mail).verdict())
        .isEqualTo(Verdict.STORED);
    assertThat(DATABASE.number("select domain_id from report")).isEqualTo(claimed);
  }

  @Test
  void goesToTheDomainThatItIsAboutWhereTheTokenIsRetired() {
    CollectorToken token = StoredDomains.collector(DATABASE.sql(), domain);
    StoredDomains.retire(DATABASE.sql(), token, Posts.RECEIVED);
    long other = StoredDomains.verified(DATABASE.sql(), "bob", "example.com");

    take(ReportMails.to(address(token), "example.com", "1"));

    assertThat(only(domain)).isNotNull();
    assertThat(only(other)).isNotNull();
  }

  @Test
  void goesToTheDomainThatItIsAboutWhereTheTokenIsOfAnother() {
    long other = StoredDomains.verified(DATABASE.sql(), "bob", "example.org");
    CollectorToken copied = StoredDomains.collector(DATABASE.sql(), other);

    assertThat(take(ReportMails.to(address(copied), "example.com", "1")).verdict())
        .isEqualTo(Verdict.STORED);
    assertThat(of(other)).isEmpty();
    assertThat(of(domain)).hasSize(1);
  }

  @Test
  void fiveTokensAreLookedUp() {
    StringBuilder recipients = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      recipients.append("a+").append(String.valueOf(i).repeat(32)).append("@farol.example, ");
    }
    long claimed = StoredDomains.pending(DATABASE.sql(), "bob", "example.com");
    String token = address(StoredDomains.collector(DATABASE.sql(), claimed));

    take(ReportMails.to(recipients + token, "example.com", "1"));
    assertThat(of(domain)).isEmpty();

    take(ReportMails.to(recipients + "a+" + "x".repeat(32) + "@b, " + token, "example.com", "2"));
    assertThat(of(domain)).as("by name").hasSize(1);
  }

  @Test
  void goesToEachAccountThatHasTheDomain() {
    long other = StoredDomains.verified(DATABASE.sql(), "bob", "example.com");

    assertThat(take(ReportMails.about("example.com", "1")).verdict()).isEqualTo(Verdict.STORED);
    assertThat(of(domain)).hasSize(1);
    assertThat(of(other)).hasSize(1);
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1));
    assertThat(tally.receivedSoFar()).isEqualTo(1);
  }

  @Test
  void isStoredWhereItIsNewToOneAccount() {
    take(ReportMails.about("example.com", "1"));
    long other = StoredDomains.verified(DATABASE.sql(), "bob", "example.com");

    assertThat(take(ReportMails.about("example.com", "1")).verdict()).isEqualTo(Verdict.STORED);
    assertThat(of(domain)).hasSize(1);
    assertThat(of(other)).hasSize(1);
  }

  @Test
  void mailNamesTheDomainWhereTheReportNamesMailServersOnly() {
    String report = ReportMails.json("mx.example.com", "1").replace("\"sts\"", "\"tlsa\"");

    assertThat(
            take(ReportMails.single(
                    ReportMails.header("a@b.example", "example.com", "1"),
                    "application/tlsrpt+json",
                    report))
                .verdict())
        .isEqualTo(Verdict.STORED);
    assertThat(only(domain).warnings()).contains("ASSUMED_MX_HOST");
  }

  @Test
  void mailServersOfOthersDoNotTakeAReport() {
    long hoster = StoredDomains.verified(DATABASE.sql(), "bob", "mx.example.net");
    String host =
        """
        {"policy":{"policy-type":"tlsa","policy-domain":"mx.example.net"},
         "summary":{"total-successful-session-count":1,"total-failure-session-count":0}},
        """;
    String report =
        ReportMails.json("example.com", "1").replace("\"policies\":[", "\"policies\":[" + host);

    take(ReportMails.single("From: a@b.example\r\n", "application/tlsrpt+json", report));
    assertThat(of(hoster)).isEmpty();
    assertThat(of(domain)).hasSize(1);

    String ofHostOnly = ReportMails.json("mx.example.net", "2").replace("\"sts\"", "\"tlsa\"");
    take(ReportMails.single("From: a@b.example\r\n", "application/tlsrpt+json", ofHostOnly));
    assertThat(of(hoster)).hasSize(1);
  }

  @Test
  void importIsForItsAccountOnly() {
    long other = StoredDomains.verified(DATABASE.sql(), "bob", "example.com");
    CollectorToken token = StoredDomains.collector(DATABASE.sql(), domain);
    String mail = SENDER.sign(ReportMails.to(address(token), "example.com", "1"));

    assertThat(Arrivals.take(arrivals, mail, inFileOf("bob")).verdict()).isEqualTo(Verdict.STORED);
    assertThat(of(domain)).isEmpty();
    assertThat(only(other).origin())
        .isEqualTo(
            new Origin(
                Way.IMPORT,
                DkimGrade.ALIGNED,
                "sender.example",
                false,
                "signed by sender.example, its submitter",
                "old.zip!1.eml",
                77L));
    assertThat(Arrivals.take(arrivals, mail, inFileOf("eve")).verdict()).isEqualTo(Verdict.FOREIGN);
  }

  @Test
  void storesAReportByItself() {
    byte[] packed = Bodies.gzip(Posts.of("example.com", "1").body());

    assertThat(Arrivals.end(arrivals, arrivals.judgeReport(packed, inFileOf("ann"))).verdict())
        .isEqualTo(Verdict.STORED);
    assertThat(only(domain).origin())
        .isEqualTo(new Origin(Way.IMPORT, null, null, false, "", "old.zip!1.eml", 77L));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesAReportThatLiesInAMailboxByItselfAsUnsigned(boolean isPacked) {
    byte[] json = Posts.of("example.com", "1").body();
    byte[] report = isPacked ? Bodies.gzip(json) : json;
    ReportArrivals strict = Arrivals.on(DATABASE, dns, tally, ONLY_ALIGNED);

    assertThat(Arrivals.end(strict, strict.judgeMail(report, IN_MAILBOX)))
        .extracting(Ending::verdict, Ending::code)
        .containsExactly(Verdict.REFUSED, "NOT_SIGNED_BY_REPORTER");
    assertThat(Arrivals.end(arrivals, arrivals.judgeMail(report, IN_MAILBOX)).verdict())
        .isEqualTo(Verdict.STORED);
    assertThat(only(domain).origin())
        .extracting(Origin::way, Origin::grade)
        .containsExactly(Way.MAIL, DkimGrade.UNSIGNED);
  }

  @Test
  void refusesWhatIsNoReportByItself() {
    assertThat(Arrivals.end(arrivals, arrivals.judgeReport(Bodies.utf8("{}"), inFileOf("ann"))))
        .extracting(Ending::verdict, Ending::code)
        .containsExactly(Verdict.REFUSED, "MISSING_FIELD");
    byte[] foreign = Posts.of("example.org", "1").body();
    assertThat(Arrivals.end(arrivals, arrivals.judgeReport(foreign, inFileOf("ann"))).verdict())
        .isEqualTo(Verdict.FOREIGN);
  }

  @Test
  void reportAboutAnotherDomainIsForeign() {
    assertThat(take(ReportMails.about("example.org", "1")))
        .isEqualTo(
            new Ending(
                Verdict.FOREIGN,
                "FOREIGN",
                "a report must be about a domain that is proven here, this one is about"
                    + " \"example.org\""));
    assertThat(tally.counts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/tlsrpt+json, REFUSED, MISSING_FIELD",
    "application/json, NO_REPORT, MISSING_FIELD",
    "text/plain, NO_REPORT, MISSING_FIELD",
  })
  void whatIsNoReportIsRefusedWhereItSaysToBeOne(String type, Verdict verdict, String code) {
    assertThat(take(ReportMails.single("Subject: hello\r\n", type, "{\"a\":1}")))
        .extracting(Ending::verdict, Ending::code)
        .containsExactly(verdict, code);
  }

  @Test
  void mailWithoutAReportIsRefusedWhereItSaysToHaveOne() {
    assertThat(take(ReportMails.single("Subject: hello\r\n", "text/plain", "hello")))
        .extracting(Ending::verdict, Ending::code)
        .containsExactly(Verdict.NO_REPORT, "NO_REPORT_IN_MAIL");
    assertThat(
            take(
                ReportMails.single(
                    ReportMails.header("a@b.example", "example.com", "1"), "text/plain", "hello")))
        .extracting(Ending::verdict, Ending::code)
        .containsExactly(Verdict.REFUSED, "NO_REPORT_IN_MAIL");
  }

  @Test
  void keepsWhereTheMailSaysSomethingElse() {
    String mail = ReportMails.about("example.com", "1");
    take(
        mail.replace("Report-ID: <1@", "Report-ID: <2@")
            .replace("Report-Domain: example.com", "Report-Domain: example.org"));

    assertThat(only(domain).warnings()).containsExactly("MAIL_DOMAIN", "MAIL_REPORT_ID");
  }

  @Test
  void keepsThatWhenTheReportIsReadAgain() {
    String withoutContact =
        ReportMails.json("example.com", "1")
            .replace("\"contact-info\":\"tls@sender.example\",", "");
    take(
        ReportMails.single(
            ReportMails.header("a@b.example", "example.com", "2"),
            "application/tlsrpt+json",
            withoutContact));
    Rereading rereading = new Rereading();
    rereading.reports = StoredReports.revision(DATABASE.sql(), DATABASE.dataSource());
    rereading.reader = arrivals.reader;

    Reread reread = rereading.again(new Kept(Kept.Kind.REPORT, only(domain).id()));

    assertThat(reread.outcome()).isEqualTo(Reread.Outcome.UNCHANGED);
    assertThat(only(domain).warnings()).containsExactly("WARN_CONTACT", "MAIL_REPORT_ID");
    assertThat(only(domain).origin().way()).isEqualTo(Way.MAIL);
  }

  @ParameterizedTest
  @EnumSource
  void keepsEachGradeWithItsReport(DkimGrade grade) {
    String mail = ReportMails.about("example.com", "1");

    assertThat(
            take(switch (grade) {
                  case ALIGNED -> SENDER.sign(mail);
                  case OTHER_SIGNER -> OTHER.sign(mail);
                  case FAILED -> SENDER.sign(mail).replace("A TLS report", "A SSL report");
                  case UNSIGNED -> mail;
                  case UNDECIDED -> {
                    dns.fail(SENDER.keyName(), "SERVFAIL");
                    yield SENDER.sign(mail);
                  }
                })
                .verdict())
        .isEqualTo(Verdict.STORED);

    Origin origin = only(domain).origin();
    assertThat(origin.grade()).isEqualTo(grade);
    assertThat(origin.isUnproven()).isEqualTo(grade != DkimGrade.ALIGNED);
    assertThat(origin.detail()).isNotBlank();
    assertThat(origin.signer())
        .isEqualTo(
            switch (grade) {
              case ALIGNED, FAILED, UNDECIDED -> "sender.example";
              case OTHER_SIGNER -> "mailing.example.net";
              case UNSIGNED -> null;
            });
  }

  @Test
  void keepsThatTheKeyIsForReports() {
    dns.putTxt(SENDER.keyName(), SENDER.record("s=tlsrpt"));

    take(SENDER.sign(ReportMails.about("example.com", "1")));

    assertThat(only(domain).origin().keyForReports()).isTrue();
  }

  @Test
  void asksOnceForTheKeyOfManyMails() {
    for (int i = 0; i < 10; i++) {
      take(SENDER.sign(ReportMails.about("example.com", String.valueOf(i))));
    }

    assertThat(dns.queries(SENDER.keyName())).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = "ALIGNED", mode = EnumSource.Mode.EXCLUDE)
  void takesOnlyWhatItsReporterSignedWhereThatIsSet(DkimGrade grade) {
    ReportArrivals strict = Arrivals.on(DATABASE, dns, tally, ONLY_ALIGNED);
    String mail = ReportMails.about("example.com", "1");
    dns.fail("gone._domainkey.sender.example", "SERVFAIL");
    String unproven =
        switch (grade) {
          case OTHER_SIGNER -> OTHER.sign(mail);
          case FAILED -> SENDER.with("l", "1").sign(mail);
          case UNDECIDED -> SENDER.with("s", "gone").sign(mail);
          case UNSIGNED, ALIGNED -> mail;
        };

    assertThat(Arrivals.take(strict, unproven, IN_MAILBOX))
        .extracting(Ending::verdict, Ending::code)
        .containsExactly(
            Verdict.REFUSED,
            grade == DkimGrade.UNDECIDED ? "SIGNATURE_UNDECIDED" : "NOT_SIGNED_BY_REPORTER");
    assertThat(of(domain)).isEmpty();
    assertThat(Arrivals.take(strict, SENDER.sign(mail), IN_MAILBOX).verdict())
        .isEqualTo(Verdict.STORED);
  }

  @Test
  void importsWhatNobodySignedAlsoWhereMailsMustBe() {
    ReportArrivals strict = Arrivals.on(DATABASE, dns, tally, ONLY_ALIGNED);

    assertThat(
            Arrivals.take(strict, ReportMails.about("example.com", "1"), inFileOf("ann")).verdict())
        .isEqualTo(Verdict.STORED);
    assertThat(only(domain).origin().grade()).isEqualTo(DkimGrade.UNSIGNED);
  }

  /** A reporter's own system may send back, signed, whatever somebody has sent it. */
  @Test
  void signatureOfABounceProvesNothingAboutTheReportInIt() {
    String invented = ReportMails.about("example.com", "1");
    String bounce =
        SENDER.sign(
            "From: postmaster@sender.example\r\nTo: tlsrpt@farol.example\r\n"
                + "Subject: Undelivered mail\r\nContent-Type: message/rfc822\r\n\r\n"
                + invented);

    take(bounce);

    assertThat(only(domain).origin().grade()).isEqualTo(DkimGrade.UNSIGNED);
    assertThat(only(domain).origin().signer()).isNull();
  }

  @Test
  void forwardedMailIsAsGoodAsItsOwnSignature() {
    String forwarded =
        OTHER.sign(
            "From: somebody@mailing.example.net\r\nTo: tlsrpt@farol.example\r\n"
                + "Content-Type: message/rfc822\r\n\r\n"
                + SENDER.sign(ReportMails.about("example.com", "1")));

    take(forwarded);

    assertThat(only(domain).origin().grade()).isEqualTo(DkimGrade.ALIGNED);
    assertThat(only(domain).origin().signer()).isEqualTo("sender.example");
  }

  @Test
  void signatureExpiresByWhenTheMailCame() {
    long sent = Posts.RECEIVED.getEpochSecond() - 100; // as its Date says, nearly
    String mail =
        SENDER.with("x", String.valueOf(sent)).sign(ReportMails.about("example.com", "1"));
    Arrival late = Arrival.inMailbox("reports@farol", Posts.RECEIVED.plus(Duration.ofDays(1)));
    Arrival early = Arrival.inMailbox("reports@farol", Posts.RECEIVED.minusSeconds(200));

    assertThat(grade(mail, late)).isEqualTo(DkimGrade.FAILED);
    assertThat(grade(mail, early)).isEqualTo(DkimGrade.ALIGNED);
    assertThat(grade(mail, inFileOf("ann"))).as("by its Date").isEqualTo(DkimGrade.ALIGNED);
    assertThat(grade(mail.replaceFirst("Date: .*\r\n", ""), inFileOf("ann")))
        .as("without one it came now")
        .isEqualTo(DkimGrade.FAILED);
  }

  private @Nullable DkimGrade grade(String mail, Arrival arrival) {
    Judged judged = arrivals.judgeMail(ReportMails.bytes(mail), arrival);
    return ((Judged.Admitted) judged).submissions().get(0).origin().grade();
  }

  @Test
  void reportThatWasPostedFirstStaysSo() {
    Judged posted = arrivals.judgeReport(Posts.of("example.com", "1").body(), inFileOf("ann"));
    arrivals.store(
        new Judged.Admitted(
            List.of(((Judged.Admitted) posted).submissions().get(0).from(Origin.HTTPS))));

    assertThat(take(SENDER.sign(ReportMails.about("example.com", "1"))))
        .isEqualTo(new Ending(Verdict.DUPLICATE, "", ""));
    assertThat(only(domain).origin()).isEqualTo(Origin.HTTPS);
  }

  @Test
  void reportOfADomainThatGoesMeanwhileIsForeign() {
    Judged judged =
        arrivals.judgeMail(ReportMails.bytes(ReportMails.about("example.com", "1")), IN_MAILBOX);
    DATABASE.sql().update("delete from monitored_domain");

    assertThat(Arrivals.end(arrivals, judged))
        .extracting(Ending::verdict, Ending::code)
        .containsExactly(Verdict.FOREIGN, "FOREIGN");
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.REFUSED, 1));
  }

  @Test
  void waitsForADatabaseThatCanNotSayWhoseItIs() {
    CollectorToken token = StoredDomains.collector(DATABASE.sql(), domain);
    CollectorDirectory directory = Directories.on(DATABASE.dataSource());
    Directories.takeDatabaseAway(directory);
    ReportArrivals waiting =
        Arrivals.on(
            DATABASE, directory, StoredReports.intake(DATABASE.dataSource()), dns, tally, Map.of());

    assertThatThrownBy(
            () ->
                Arrivals.take(
                    waiting, ReportMails.to(address(token), "example.com", "1"), IN_MAILBOX))
        .isInstanceOf(DatabaseException.class);
  }

  private Ending take(String mail) {
    return Arrivals.take(arrivals, mail, IN_MAILBOX);
  }

  private static Arrival inFileOf(String founder) {
    return Arrival.inFile("old.zip!1.eml", StoredDomains.account(DATABASE.sql(), founder), 77);
  }

  private static String address(CollectorToken token) {
    return "tlsrpt+" + token.value() + "@farol.example";
  }

  private static List<ReportHead> of(long domainId) {
    return StoredReports.of(DATABASE.sql(), domainId);
  }

  private static ReportHead only(long domainId) {
    List<ReportHead> all = of(domainId);
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
