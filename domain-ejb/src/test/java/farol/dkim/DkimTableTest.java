package farol.dkim;

import static farol.dkim.SignedMails.DOMAIN;
import static farol.dkim.SignedMails.MAIL;
import static farol.dkim.SignedMails.RECEIVED_AT;
import static farol.dkim.SignedMails.SUBMITTERS;
import static farol.dkim.SignedMails.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import farol.dns.DnsjavaLookup;
import farol.dns.TestDnsServer;
import farol.domain.report.DkimGrade;
import farol.wire.mail.MailLimits;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole table of outcomes, for both algorithms: each grade, and each reason for which a
 * signature does not count, has a mail that meets it. One that is new does not compile without.
 */
class DkimTableTest {
  private static final List<Signer> SIGNERS = List.of(Signer.rsa(DOMAIN), Signer.ed25519(DOMAIN));
  private static final Signer SHORT = Signer.rsa(DOMAIN, 1023);

  private final TestDnsServer dns = TestDnsServer.start();
  private final DkimVerifier verifier =
      new DkimVerifier(new DnsjavaLookup(List.of(dns.address())), MailLimits.ofSize(1 << 20));

  @AfterEach
  void stop() throws IOException {
    dns.close();
  }

  @ParameterizedTest
  @EnumSource
  void eachGradeIsGiven(DkimGrade grade) {
    for (Signer signer : SIGNERS) {
      dns.zone().putTxt(signer.keyName(), signer.record());

      assertThat(outcome(mailOf(grade, signer)).grade())
          .as(signer.tags().get("a"))
          .isEqualTo(grade);
    }
  }

  private String mailOf(DkimGrade grade, Signer signer) {
    return switch (grade) {
      case ALIGNED -> signer.sign(MAIL);
      case OTHER_SIGNER -> {
        Signer other = signer.with("d", "mailing.example.net");
        dns.zone().putTxt(other.keyName(), other.record());
        yield other.sign(MAIL);
      }
      case FAILED -> signer.with("s", "gone").sign(MAIL);
      case UNSIGNED -> MAIL;
      case UNDECIDED -> {
        Signer away = signer.with("s", "away");
        dns.zone().servfail(away.keyName());
        yield away.sign(MAIL);
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void eachFlawIsTold(DkimFlaw flaw) {
    for (Signer signer : SIGNERS) {
      dns.zone().putTxt(signer.keyName(), recordOf(flaw, signer));

      DkimOutcome outcome = outcome(mailOf(flaw, signer));
      assertThat(outcome.flaw()).as(signer.tags().get("a")).isEqualTo(flaw);
      assertThat(outcome.grade())
          .isEqualTo(flaw == DkimFlaw.KEY_IN_TESTING ? DkimGrade.UNSIGNED : DkimGrade.FAILED);
      assertThat(outcome.detail()).endsWith(flaw.text());
    }
  }

  private static String mailOf(DkimFlaw flaw, Signer signer) {
    return switch (flaw) {
      case BEYOND_LIMITS -> signer.sign("X: x\r\n".repeat(1_001) + MAIL);
      case NOT_ONE_FROM -> "From: other@sender.example\r\n" + signer.sign(MAIL);
      case UNREADABLE -> signer.with("v", "2").sign(MAIL);
      case BODY_LENGTH -> signer.with("l", "20").sign(MAIL);
      case ALGORITHM -> signer.with("a", "rsa-sha1").sign(MAIL);
      case FROM_NOT_SIGNED -> signer.with("h", "to:subject").sign(MAIL);
      case FIELD_ADDED -> "Subject: another\r\n" + signer.sign(MAIL);
      case EXPIRED -> signer.with("x", String.valueOf(RECEIVED_AT.getEpochSecond() - 1)).sign(MAIL);
      case SUBDOMAIN -> signer.with("i", "reports@mail.sender.example").sign(MAIL);
      case HEADER_CHANGED -> signer.sign(MAIL).replace("To: tls@", "To: ssl@");
      case BODY_CHANGED -> signer.sign(MAIL).replace("The end", "The END");
      case KEY_TOO_SHORT -> SHORT.sign(MAIL);
      case NO_KEY, KEY_REVOKED, KEY_UNUSABLE, KEY_OF_OTHER_SERVICE, KEY_IN_TESTING ->
          signer.sign(MAIL);
    };
  }

  private static String recordOf(DkimFlaw flaw, Signer signer) {
    return switch (flaw) {
      case NO_KEY -> "v=spf1 -all";
      case KEY_REVOKED -> "v=DKIM1; p=";
      case KEY_UNUSABLE -> "v=DKIM1; p=AAAA";
      case KEY_OF_OTHER_SERVICE -> signer.record("s=other");
      case KEY_IN_TESTING -> signer.record("t=y");
      case KEY_TOO_SHORT -> SHORT.record();
      case SUBDOMAIN -> signer.record("t=s");
      case BEYOND_LIMITS,
          NOT_ONE_FROM,
          UNREADABLE,
          BODY_LENGTH,
          ALGORITHM,
          FROM_NOT_SIGNED,
          FIELD_ADDED,
          EXPIRED,
          HEADER_CHANGED,
          BODY_CHANGED ->
          signer.record();
    };
  }

  private DkimOutcome outcome(String mail) {
    return verifier.verify(bytes(mail), SUBMITTERS, RECEIVED_AT);
  }
}
