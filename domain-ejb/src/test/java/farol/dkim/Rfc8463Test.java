package farol.dkim;

import static farol.dkim.SignedMails.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.FakeLookup;
import farol.domain.report.DkimGrade;
import farol.domain.shared.DomainName;
import farol.wire.mail.MailLimits;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The mail that the standard signs with both algorithms.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8463#appendix-A">RFC 8463, appendix A</a>
 */
class Rfc8463Test {
  private static final String ED25519_SIGNATURE =
      """
      DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
       d=football.example.com; i=@football.example.com;
       q=dns/txt; s=brisbane; t=1528637909; h=from : to :
       subject : date : message-id : from : subject : date;
       bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
       b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
       Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
      """;

  private static final String RSA_SIGNATURE =
      """
      DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
       d=football.example.com; i=@football.example.com;
       q=dns/txt; s=test; t=1528637909; h=from : to : subject :
       date : message-id : from : subject : date;
       bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
       b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
       DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
       dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
      """;

  private static final String MAIL =
      """
      From: Joe SixPack <joe@football.example.com>
      To: Suzie Q <suzie@shopping.example.net>
      Subject: Is dinner ready?
      Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
      Message-ID: <20030712040037.46341.5F8J@football.example.com>

      Hi.

      We lost the game.  Are you hungry yet?

      Joe.
      """;

  private final FakeLookup dns = new FakeLookup();
  private final DkimVerifier verifier = new DkimVerifier(dns, MailLimits.ofSize(1 << 20));

  Rfc8463Test() {
    dns.putTxt(
        "brisbane._domainkey.football.example.com",
        "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    dns.putTxt(
        "test._domainkey.football.example.com",
        "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWR"
            + "iGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutAC"
            + "DfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3"
            + "Ip3G+2kryOTIKT+l/K4w3QIDAQAB");
  }

  @Test
  void provesEitherSignature() {
    assertThat(verify(ED25519_SIGNATURE + MAIL).grade()).isEqualTo(DkimGrade.ALIGNED);
    assertThat(verify(RSA_SIGNATURE + MAIL).grade()).isEqualTo(DkimGrade.ALIGNED);
    assertThat(verify(ED25519_SIGNATURE + RSA_SIGNATURE + MAIL).selector()).isEqualTo("brisbane");
  }

  @Test
  void provesNeitherOfAnotherMail() {
    String other = MAIL.replace("ready", "cooked");

    assertThat(verify(ED25519_SIGNATURE + other).flaw()).isEqualTo(DkimFlaw.HEADER_CHANGED);
    assertThat(verify(RSA_SIGNATURE + other).flaw()).isEqualTo(DkimFlaw.HEADER_CHANGED);
  }

  private DkimOutcome verify(String mail) {
    return verifier.verify(
        bytes(mail), Set.of(new DomainName("example.com")), SignedMails.RECEIVED_AT);
  }
}
