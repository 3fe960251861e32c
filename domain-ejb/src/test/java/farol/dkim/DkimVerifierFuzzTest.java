package farol.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import farol.domain.lookup.FakeLookup;
import farol.domain.report.DkimGrade;
import farol.wire.mail.MailLimits;
import farol.wire.mail.Mails;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the mail and the key, there is an outcome that can be shown. */
class DkimVerifierFuzzTest {
  private static final int LARGEST_SEED = 12 << 10;

  /** Narrow, so that they are soon met. */
  private static final MailLimits LIMITS = new MailLimits(20_000, 6, 3, 8_000, 60);

  private static final Signer RSA = Signer.rsa(SignedMails.DOMAIN, 1024);
  private static final Signer ED25519 = Signer.ed25519(SignedMails.DOMAIN);

  /** Inputs are a key, which is published where the seeds' signatures have it, and a mail. */
  @DictionaryEntries({
    "DKIM-Signature: ",
    "v=1; a=rsa-sha256; c=relaxed/relaxed; ",
    "a=ed25519-sha256; ",
    "d=sender.example; s=s1; ",
    "h=from:to:subject; ",
    "h=from : from; ",
    "i=a=40b@mail.sender.example; ",
    "q=dns/txt; ",
    "c=simple/relaxed; ",
    "x=1725451200; ",
    "l=10; ",
    "bh=; b=; ",
    "From: reports@sender.example",
    "v=DKIM1; ",
    "k=ed25519; ",
    "h=sha256; ",
    "s=tlsrpt; ",
    "t=s:y; ",
    "p=",
    // As dictionaries write line ends.
    "\\x0d\\x0a\\x0d\\x0a",
    "\\x0d\\x0a\\x09"
  })
  @MethodSource("keysAndMails")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void hasAnOutcome(byte[] input) {
    int end = endOfLine(input);
    FakeLookup dns = new FakeLookup();
    dns.putTxt(RSA.keyName(), Arrays.copyOf(input, end));
    byte[] mail = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);

    DkimOutcome outcome =
        new DkimVerifier(dns, LIMITS).verify(mail, SignedMails.SUBMITTERS, SignedMails.RECEIVED_AT);

    boolean valid =
        outcome.grade() == DkimGrade.ALIGNED || outcome.grade() == DkimGrade.OTHER_SIGNER;
    boolean unsigned = outcome.grade() == DkimGrade.UNSIGNED && outcome.domain() == null;
    assertThat(outcome.flaw() == null).isEqualTo(valid || unsigned);
    assertThat(outcome.grade()).isNotEqualTo(DkimGrade.UNDECIDED);
    assertThat(outcome.detail()).isNotBlank().isPrintable().hasSizeLessThan(700);
  }

  static Stream<byte[]> keysAndMails() {
    return Stream.concat(
        Stream.of(
            keyAndMail(RSA.record(), RSA.sign(SignedMails.MAIL)),
            keyAndMail(ED25519.record("s=tlsrpt"), ED25519.sign(SignedMails.MAIL)),
            keyAndMail("v=DKIM1; p=", RSA.with("c", "simple").sign(SignedMails.MAIL))),
        Mails.names()
            .map(Mails::file)
            .filter(mail -> mail.length <= LARGEST_SEED)
            .map(mail -> keyAndMail(RSA.record("t=s"), new String(mail, ISO_8859_1))));
  }

  private static byte[] keyAndMail(String key, String mail) {
    return SignedMails.bytes(key + "\n" + mail);
  }

  private static int endOfLine(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    return end;
  }
}
