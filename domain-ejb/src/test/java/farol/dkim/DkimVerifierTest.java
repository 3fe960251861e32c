package farol.dkim;

import static farol.dkim.SignedMails.DOMAIN;
import static farol.dkim.SignedMails.MAIL;
import static farol.dkim.SignedMails.RECEIVED_AT;
import static farol.dkim.SignedMails.SUBMITTERS;
import static farol.dkim.SignedMails.bytes;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import farol.dns.DnsjavaLookup;
import farol.dns.TestDnsServer;
import farol.domain.lookup.FakeLookup;
import farol.domain.report.DkimGrade;
import farol.domain.shared.DomainName;
import farol.wire.mail.MailLimits;
import farol.wire.mail.Mails;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every outcome, with keys that a DNS server serves. */
class DkimVerifierTest {
  private static final Signer RSA = Signer.rsa(DOMAIN);
  private static final Signer ED25519 = Signer.ed25519(DOMAIN).with("s", "ed");
  private static final Signer SERVICE = Signer.rsa("mailing.example.net").with("s", "service");

  private static final MailLimits LIMITS = MailLimits.ofSize(1 << 20);

  private final TestDnsServer dns = TestDnsServer.start();
  private final DkimVerifier verifier =
      new DkimVerifier(new DnsjavaLookup(List.of(dns.address())), LIMITS);

  DkimVerifierTest() {
    Stream.of(RSA, ED25519, SERVICE).forEach(signer -> publish(signer, signer.record()));
  }

  @AfterEach
  void stop() throws IOException {
    dns.close();
  }

  @ParameterizedTest
  @CsvSource({
    "simple/simple",
    "simple/relaxed",
    "relaxed/simple",
    "relaxed/relaxed",
    "relaxed",
    "simple"
  })
  void signatureOfTheSubmitterIsAligned(String forms) {
    for (Signer signer : List.of(RSA, ED25519)) {
      DkimOutcome outcome = verify(signer.with("c", forms).sign(MAIL));

      assertThat(outcome.grade()).isEqualTo(DkimGrade.ALIGNED);
      assertThat(outcome.domain()).isEqualTo(new DomainName(DOMAIN));
      assertThat(outcome.selector()).isEqualTo(signer.tags().get("s"));
      assertThat(outcome.forReports()).isFalse();
      assertThat(outcome.flaw()).isNull();
      assertThat(outcome.detail()).isEqualTo("signed by sender.example, its submitter");
    }
  }

  @Test
  void withoutFormsBothAreSimple() {
    assertThat(verify(RSA.without("c").sign(MAIL)).grade()).isEqualTo(DkimGrade.ALIGNED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.sender.example", "a.b.sender.example"})
  void signatureOfASubdomainIsAligned(String domain) {
    Signer signer = RSA.with("d", domain);
    publish(signer, signer.record());

    assertThat(verify(signer.sign(MAIL)).grade()).isEqualTo(DkimGrade.ALIGNED);
  }

  @Test
  void signatureOfTheDomainAboveIsAligned() {
    DkimOutcome outcome =
        verifier.verify(
            bytes(RSA.sign(MAIL)), Set.of(new DomainName("mail.sender.example")), RECEIVED_AT);

    assertThat(outcome.grade()).isEqualTo(DkimGrade.ALIGNED);
  }

  @Test
  void signatureOfAnotherIsNotAligned() {
    DkimOutcome outcome = verify(SERVICE.sign(MAIL));

    assertThat(outcome.grade()).isEqualTo(DkimGrade.OTHER_SIGNER);
    assertThat(outcome.domain()).isEqualTo(new DomainName("mailing.example.net"));
    assertThat(outcome.detail()).isEqualTo("signed by mailing.example.net, not by its submitter");
  }

  @Test
  void withoutASubmitterEverySignerIsAnother() {
    assertThat(verifier.verify(bytes(RSA.sign(MAIL)), Set.of(), RECEIVED_AT).grade())
        .isEqualTo(DkimGrade.OTHER_SIGNER);
  }

  @Test
  void mailWithoutSignatureIsUnsigned() {
    DkimOutcome outcome = verify(MAIL);

    assertThat(outcome.grade()).isEqualTo(DkimGrade.UNSIGNED);
    assertThat(outcome.domain()).isNull();
    assertThat(verifier.verify(new byte[0], SUBMITTERS, RECEIVED_AT).grade())
        .isEqualTo(DkimGrade.UNSIGNED);
  }

  @Test
  void changedBodyIsNotSigned() {
    DkimOutcome outcome = verify(RSA.sign(MAIL).replace("The end", "The END"));

    assertFailed(outcome, DkimFlaw.BODY_CHANGED);
    assertThat(outcome.domain()).isEqualTo(new DomainName(DOMAIN));
    assertThat(outcome.selector()).isEqualTo("s1");
    assertThat(outcome.detail())
        .isEqualTo(
            "the signature of sender.example (selector s1) does not count: the body was changed");
  }

  @Test
  void appendedBodyIsNotSigned() {
    assertFailed(verify(RSA.sign(MAIL) + "more\r\n"), DkimFlaw.BODY_CHANGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relaxed/relaxed", "simple/simple"})
  void changedHeaderIsNotSigned(String forms) {
    String signed = RSA.with("c", forms).sign(MAIL);

    assertFailed(
        verify(signed.replace("To: tls@example.com", "To: tls@example.org")),
        DkimFlaw.HEADER_CHANGED);
    assertFailed(
        verify(signed.replace("From: TLS reports", "From: TLS Reports")), DkimFlaw.HEADER_CHANGED);
  }

  @Test
  void blanksMatterToTheSimpleFormOnly() {
    assertThat(verify(RSA.sign(MAIL).replace("A  report", "A   report")).grade())
        .isEqualTo(DkimGrade.ALIGNED);
    assertThat(verify(RSA.sign(MAIL).replace("To: ", "TO:\t")).grade())
        .isEqualTo(DkimGrade.ALIGNED);
    Signer simple = RSA.with("c", "simple/simple");
    assertFailed(
        verify(simple.sign(MAIL).replace("A  report", "A   report")), DkimFlaw.BODY_CHANGED);
    assertFailed(verify(simple.sign(MAIL).replace("To: ", "To:\t")), DkimFlaw.HEADER_CHANGED);
  }

  @Test
  void bytesThatAreNoTextAreCovered() {
    String mail = MAIL.replace("TLS reports", "TLS r\u00e9ports");

    assertThat(verify(RSA.sign(mail)).grade()).isEqualTo(DkimGrade.ALIGNED);
    assertFailed(verify(RSA.sign(mail).replace("\u00e9", "\u00ea")), DkimFlaw.HEADER_CHANGED);
  }

  @Test
  void signatureOfAnotherKeyIsNone() {
    assertFailed(verify(RSA.forged().sign(MAIL)), DkimFlaw.HEADER_CHANGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "20", "1000000", "x"})
  void signatureOfABeginningIsNone(String length) {
    assertFailed(verify(RSA.with("l", length).sign(MAIL)), DkimFlaw.BODY_LENGTH);
  }

  @Test
  void signatureExpires() {
    Signer signer = RSA.with("x", String.valueOf(RECEIVED_AT.getEpochSecond()));
    byte[] mail = bytes(signer.sign(MAIL));

    assertThat(verifier.verify(mail, SUBMITTERS, RECEIVED_AT).grade())
        .as("though long ago by now")
        .isEqualTo(DkimGrade.ALIGNED);
    assertFailed(verifier.verify(mail, SUBMITTERS, RECEIVED_AT.plusSeconds(1)), DkimFlaw.EXPIRED);
  }

  @Test
  void timeBeyondMeasureNeverExpires() {
    assertThat(verify(RSA.with("x", "9".repeat(30)).sign(MAIL)).grade())
        .isEqualTo(DkimGrade.ALIGNED);
  }

  /** A signature says who wrote a mail, not to whom; the report in it says what it is about. */
  @Test
  void mailThatIsSentOnToAnotherIsStillSigned() {
    String replayed =
        "Return-Path: <attacker@attacker.example>\r\n"
            + "Delivered-To: tls@victim.example\r\nReceived: from attacker.example\r\n"
            + RSA.sign(MAIL);

    assertThat(verify(replayed).grade()).isEqualTo(DkimGrade.ALIGNED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: Report Domain: victim.example Submitter: sender.example Report-ID: <2>",
        "SUBJECT : blanks before the colon",
        "Content-Type: application/tlsrpt+json",
        "TLS-Report-Submitter: sender.example"
      })
  void fieldThatWasAddedBeforeASignedOneBreaksTheSignature(String field) {
    assertFailed(verify(field + "\r\n" + RSA.sign(MAIL)), DkimFlaw.FIELD_ADDED);
  }

  /** Each mailing system that an honest mail passes may say whom it delivers it to. */
  @ParameterizedTest
  @ValueSource(
      strings = {"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "Received", "X-Other"})
  void fieldThatSaysNothingAboutTheReportMayBeAdded(String name) {
    String field = name + ": tls@victim.example\r\n";

    assertThat(verify(field + field + RSA.sign(MAIL)).grade()).isEqualTo(DkimGrade.ALIGNED);
    assertThat(verify(field + RSA.with("h", "from:" + name).sign(field + MAIL)).grade())
        .as("beside one that is signed")
        .isEqualTo(DkimGrade.ALIGNED);
  }

  /** By it an old signature is told from one that is used again. */
  @Test
  void secondDateBreaksTheSignatureOfTheFirst() {
    String dated = "Date: Wed, 04 Sep 2024 12:00:00 +0000\r\n";
    String signed = RSA.with("h", "from:date").sign(dated + MAIL);

    assertThat(verify(signed).grade()).isEqualTo(DkimGrade.ALIGNED);
    assertFailed(
        verify("Date: Tue, 03 Sep 2024 12:00:00 +0000\r\n" + signed), DkimFlaw.FIELD_ADDED);
  }

  @Test
  void signatureMayCoverThatAFieldIsNotAdded() {
    Signer signer = RSA.with("h", "from:from:subject:subject:to:to:date");

    assertThat(verify(signer.sign(MAIL)).grade()).isEqualTo(DkimGrade.ALIGNED);
    assertFailed(verify("To: tls@victim.example\r\n" + signer.sign(MAIL)), DkimFlaw.HEADER_CHANGED);
    assertFailed(verify("Subject: x\r\n" + signer.sign(MAIL)), DkimFlaw.HEADER_CHANGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"From: other@sender.example\r\n", "From : other@sender.example\r\n"})
  void mailWithTwoSendersHasNone(String second) {
    assertFailed(verify(second + RSA.sign(MAIL)), DkimFlaw.NOT_ONE_FROM);
  }

  @Test
  void mailWithoutSenderHasNone() {
    String mail = MAIL.replaceFirst("From:.*\r\n", "");

    assertFailed(verify(RSA.sign(mail)), DkimFlaw.NOT_ONE_FROM);
  }

  @Test
  void signatureMustCoverFrom() {
    assertFailed(verify(RSA.with("h", "to:subject").sign(MAIL)), DkimFlaw.FROM_NOT_SIGNED);
  }

  @Test
  void keyThatIsGoneIsToldApart() {
    dns.zone().remove(RSA.keyName());

    assertFailed(verify(RSA.sign(MAIL)), DkimFlaw.NO_KEY);
  }

  @Test
  void whatElseIsPublishedAtTheNameIsNoKey() {
    publish(RSA, "v=spf1 -all");
    assertFailed(verify(RSA.sign(MAIL)), DkimFlaw.NO_KEY);

    dns.zone().addTxt(RSA.keyName(), RSA.record());
    assertThat(verify(RSA.sign(MAIL)).grade()).isEqualTo(DkimGrade.ALIGNED);
  }

  @ParameterizedTest
  @CsvSource({
    "v=DKIM1; p=, KEY_REVOKED",
    "v=DKIM1; k=rsa; p=\t, KEY_REVOKED",
    "v=DKIM1; p=AAAA, KEY_UNUSABLE",
    "v=DKIM1; p=#, KEY_UNUSABLE",
    "v=DKIM1; k=rsa, KEY_UNUSABLE",
    "v=DKIM1 no tags, KEY_UNUSABLE",
    "v=DKIM2; p=AAAA, NO_KEY",
    "k=rsa; v=DKIM1; p=AAAA, NO_KEY",
  })
  void keyMustBeOne(String record, DkimFlaw flaw) {
    publish(RSA, record);

    assertFailed(verify(RSA.sign(MAIL)), flaw);
  }

  @ParameterizedTest
  @CsvSource({
    "s=other, KEY_OF_OTHER_SERVICE",
    "s=other:another, KEY_OF_OTHER_SERVICE",
    "h=sha1, KEY_UNUSABLE",
  })
  void keyMustBeForSuchASignature(String tag, DkimFlaw flaw) {
    publish(RSA, RSA.record(tag));

    assertFailed(verify(RSA.sign(MAIL)), flaw);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s=*", "s=email", "s=other : email", "h=sha1:sha256", "n=note", "g=*"})
  void keyMaySayWhatItIsFor(String tag) {
    publish(RSA, RSA.record(tag));

    DkimOutcome outcome = verify(RSA.sign(MAIL));
    assertThat(outcome.grade()).isEqualTo(DkimGrade.ALIGNED);
    assertThat(outcome.forReports()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s=tlsrpt", "s=email:tlsrpt", "s=email : TLSRPT"})
  void keyForReportsIsNoted(String tag) {
    publish(RSA, RSA.record(tag));

    DkimOutcome outcome = verify(RSA.sign(MAIL));
    assertThat(outcome.grade()).isEqualTo(DkimGrade.ALIGNED);
    assertThat(outcome.forReports()).isTrue();
  }

  @Test
  void keyOfAnotherAlgorithmIsNone() {
    publish(RSA, ED25519.record());
    publish(ED25519, RSA.record());

    assertFailed(verify(RSA.sign(MAIL)), DkimFlaw.KEY_UNUSABLE);
    assertFailed(verify(ED25519.sign(MAIL)), DkimFlaw.KEY_UNUSABLE);

    publish(RSA, RSA.record().replace("k=rsa", "k=ed25519"));
    assertFailed(verify(RSA.sign(MAIL)), DkimFlaw.KEY_UNUSABLE);
  }

  @Test
  void keyOfAnotherLengthThanItsAlgorithmHasIsNone() {
    String key = ED25519.record();
    int start = key.indexOf("p=") + 2;
    byte[] longer = Arrays.copyOf(Base64.getDecoder().decode(key.substring(start)), 33);
    publish(ED25519, key.substring(0, start) + Base64.getEncoder().encodeToString(longer));

    assertFailed(verify(ED25519.sign(MAIL)), DkimFlaw.KEY_UNUSABLE);
  }

  @Test
  void keyThatIsOnlyTriedOutCountsForNone() {
    publish(RSA, RSA.record("t=s : y"));

    DkimOutcome outcome = verify(RSA.sign(MAIL));
    assertThat(outcome.grade()).isEqualTo(DkimGrade.UNSIGNED);
    assertThat(outcome.flaw()).isEqualTo(DkimFlaw.KEY_IN_TESTING);
    assertThat(verify(RSA.sign(SERVICE.with("l", "1").sign(MAIL))).grade())
        .as("beside one that fails")
        .isEqualTo(DkimGrade.FAILED);
  }

  @Test
  void keyMayForbidSubdomains() {
    Signer signer = RSA.with("i", "reports@mail.sender.example");
    assertThat(verify(signer.sign(MAIL)).grade()).isEqualTo(DkimGrade.ALIGNED);

    publish(RSA, RSA.record("t=s"));
    assertFailed(verify(signer.sign(MAIL)), DkimFlaw.SUBDOMAIN);
    assertThat(verify(RSA.with("i", "@Sender.example").sign(MAIL)).grade())
        .isEqualTo(DkimGrade.ALIGNED);
  }

  @ParameterizedTest
  @CsvSource({"512, KEY_TOO_SHORT", "1023, KEY_TOO_SHORT"})
  void shortKeyIsNone(int bits, DkimFlaw flaw) {
    Signer signer = Signer.rsa(DOMAIN, bits).with("s", "short");
    publish(signer, signer.record());

    assertFailed(verify(signer.sign(MAIL)), flaw);
  }

  @Test
  void keyOf1024BitsIsEnough() {
    Signer signer = Signer.rsa(DOMAIN, 1024).with("s", "enough");
    publish(signer, signer.record());

    assertThat(verify(signer.sign(MAIL)).grade()).isEqualTo(DkimGrade.ALIGNED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa-sha1", "rsa-md5", "ed25519-sha1", "rsa", "RSA-SHA256", "dsa-sha256"})
  void otherAlgorithmsCountForNone(String algorithm) {
    assertFailed(verify(RSA.with("a", algorithm).sign(MAIL)), DkimFlaw.ALGORITHM);
  }

  @Test
  void failureOfDnsIsNoFailureOfTheSignature() {
    dns.zone().servfail(RSA.keyName());

    DkimOutcome outcome = verify(RSA.sign(MAIL));
    assertThat(outcome.grade()).isEqualTo(DkimGrade.UNDECIDED);
    assertThat(outcome.domain()).isEqualTo(new DomainName(DOMAIN));
    assertThat(outcome.flaw()).isNull();
    assertThat(outcome.detail()).contains("s1._domainkey.sender.example");
  }

  @Test
  void failureOfDnsMattersWhereItMayHideABetterGrade() {
    dns.zone().servfail(RSA.keyName());
    assertThat(verify(SERVICE.sign(RSA.sign(MAIL))).grade()).isEqualTo(DkimGrade.UNDECIDED);
    assertThat(verify(ED25519.sign(RSA.sign(MAIL))).grade()).isEqualTo(DkimGrade.ALIGNED);

    dns.zone().servfail(SERVICE.keyName());
    assertThat(verify(SERVICE.sign(MAIL)).grade()).isEqualTo(DkimGrade.UNDECIDED);
    Signer other = SERVICE.with("s", "other");
    publish(other, other.record());
    assertThat(verify(SERVICE.sign(other.sign(MAIL))).grade()).isEqualTo(DkimGrade.OTHER_SIGNER);
  }

  @Test
  void oneGoodSignatureIsEnough() {
    assertThat(verify(SERVICE.sign(RSA.sign(MAIL))).domain()).isEqualTo(new DomainName(DOMAIN));
    assertThat(verify(RSA.sign(SERVICE.sign(MAIL))).grade()).isEqualTo(DkimGrade.ALIGNED);
    assertThat(verify(RSA.with("b", "AAAA").sign(ED25519.sign(MAIL))).selector()).isEqualTo("ed");
    assertThat(verify(RSA.with("b", "AAAA").sign(SERVICE.sign(MAIL))).grade())
        .isEqualTo(DkimGrade.OTHER_SIGNER);
  }

  @Test
  void signatureMayCoverAnother() {
    Signer around = ED25519.with("h", "from:dkim-signature");

    assertThat(verify(around.sign(SERVICE.sign(MAIL))).selector()).isEqualTo("ed");
  }

  @Test
  void fiftySignaturesOfOthersHideNone() {
    String mail = RSA.sign(MAIL);
    for (int i = 0; i < 50; i++) {
      mail = SERVICE.with("s", "s" + i).with("b", "AAAA").sign(mail);
    }

    assertThat(verify(mail).grade()).isEqualTo(DkimGrade.ALIGNED);
    assertThat(dns.zone().queries(SERVICE.with("s", "s49").keyName())).isZero();
  }

  @Test
  void triesFiveSignatures() {
    String mail = RSA.sign(MAIL);
    for (int i = 0; i < 50; i++) {
      mail = RSA.with("s", "gone" + i).sign(mail);
    }

    DkimOutcome outcome = verify(mail);
    assertFailed(outcome, DkimFlaw.NO_KEY);
    assertThat(outcome.selector()).as("the first").isEqualTo("gone49");
    assertThat(dns.zone().queries("gone45._domainkey.sender.example")).isPositive();
    assertThat(dns.zone().queries("gone44._domainkey.sender.example")).isZero();
  }

  /** Else five slow name servers of a stranger's would take five times as long as one. */
  @Test
  void asksForTheKeysOfAllAtOnce() {
    String mail = MAIL;
    for (int i = 0; i < DkimVerifier.MOST_TRIED; i++) {
      mail = SERVICE.with("s", "s" + i).sign(mail);
    }
    byte[] signed = bytes(mail);
    DkimVerifier slow =
        new DkimVerifier(new AllAtOnceLookup(DkimVerifier.MOST_TRIED, SERVICE.record()), LIMITS);

    DkimOutcome outcome =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> slow.verify(signed, SUBMITTERS, RECEIVED_AT));

    assertThat(outcome.grade()).isEqualTo(DkimGrade.OTHER_SIGNER);
  }

  @Test
  void asksForNoKeyOfAnotherWhereTheSubmitterHasSigned() {
    verify(SERVICE.sign(RSA.sign(MAIL)));

    assertThat(dns.zone().queries(SERVICE.keyName())).isZero();
  }

  @Test
  void asksNothingForASignatureThatIsNone() {
    verify(RSA.with("l", "1").sign(MAIL));
    verify(RSA.with("a", "rsa-sha1").sign(MAIL));
    verify(RSA.with("x", "1").sign(MAIL));

    assertThat(dns.zone().queries(RSA.keyName())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void mailMayBeKeptWithOtherLineEnds(String lineEnd) {
    for (String forms : List.of("simple/simple", "relaxed/relaxed")) {
      String mail = ED25519.with("c", forms).sign(MAIL).replace("\r\n", lineEnd);

      assertThat(verify(mail).grade()).isEqualTo(DkimGrade.ALIGNED);
      assertThat(verify(mail.stripTrailing()).grade()).isEqualTo(DkimGrade.ALIGNED);
      assertThat(verify("From reports Wed Sep  4 12:00:00 2024" + lineEnd + mail).grade())
          .isEqualTo(DkimGrade.ALIGNED);
    }
  }

  @Test
  void headerBombIsNotRead() {
    String bomb = "X: x\r\n".repeat(1_001);

    assertFailed(verify(RSA.sign(bomb + MAIL)), DkimFlaw.BEYOND_LIMITS);
    assertFailed(verify("X: " + "x".repeat(300 << 10) + "\r\n" + MAIL), DkimFlaw.BEYOND_LIMITS);
    assertFailed(verify(RSA.sign(MAIL + "x".repeat(1 << 20))), DkimFlaw.BEYOND_LIMITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "AAAA", "\u00e9", "!", "A A\r\n\tA A", "====", "-"})
  void garbageIsNoSignature(String value) {
    for (Signer signer : List.of(RSA, ED25519)) {
      assertFailed(verify(signer.with("b", value).sign(MAIL)), DkimFlaw.HEADER_CHANGED);
      assertFailed(verify(signer.with("bh", value).sign(MAIL)), DkimFlaw.BODY_CHANGED);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v | 2",
        "d | com",
        "d | -",
        "d | s\u00e9nder.example",
        "s | a b",
        "s | ..",
        "c | nowsp/simple",
        "c | relaxed/",
        "c | /",
        "h | :",
        "q | dns/other",
        "i | @other.example",
        "i | sender.example",
        "i | @notsender.example",
        "i | =",
        "x | soon",
        "x | -1"
      })
  void tagsMustBeUnderstood(String tag, String value) {
    assertFailed(verify(RSA.with(tag, value).sign(MAIL)), DkimFlaw.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v", "a", "d", "s", "h", "bh", "b"})
  void tagsMustBeThere(String tag) {
    String mail = RSA.sign(MAIL).replaceFirst("(?s)([ \t])" + tag + "=[^;\r]*;?", "$1n=x;");

    assertFailed(verify(mail), DkimFlaw.UNREADABLE);
  }

  @Test
  void signatureMayHaveTagsThatNobodyKnows() {
    assertThat(verify(RSA.with("zb", "b=").with("n", "x").sign(MAIL)).grade())
        .isEqualTo(DkimGrade.ALIGNED);
  }

  @Test
  void detailIsHarmless() {
    FakeLookup broken = new FakeLookup();
    broken.fail(RSA.keyName(), "SERVFAIL by \u001b[2Jns.evil.example");

    DkimOutcome outcome =
        new DkimVerifier(broken, LIMITS).verify(bytes(RSA.sign(MAIL)), SUBMITTERS, RECEIVED_AT);

    assertThat(outcome.grade()).isEqualTo(DkimGrade.UNDECIDED);
    assertThat(outcome.detail()).contains("ns.evil.example").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @MethodSource("farol.wire.mail.Mails#names")
  void realMailHasAnOutcome(String name) {
    DkimOutcome outcome =
        verifier.verify(
            Mails.file(name),
            Set.of(new DomainName("google.com")),
            Instant.parse("2022-09-01T00:00:00Z"));

    boolean signed = new String(Mails.file(name), ISO_8859_1).contains("DKIM-Signature:");
    assertThat(outcome.grade()).isEqualTo(signed ? DkimGrade.FAILED : DkimGrade.UNSIGNED);
    assertThat(outcome.flaw()).isEqualTo(signed ? DkimFlaw.NO_KEY : null);
  }

  private DkimOutcome verify(String mail) {
    return verifier.verify(bytes(mail), SUBMITTERS, RECEIVED_AT);
  }

  private void publish(Signer signer, String record) {
    dns.zone().putTxt(signer.keyName(), record);
  }

  private static void assertFailed(DkimOutcome outcome, DkimFlaw flaw) {
    assertThat(outcome.flaw()).as(outcome.detail()).isEqualTo(flaw);
    assertThat(outcome.grade()).isEqualTo(DkimGrade.FAILED);
  }
}
