package farol.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import farol.domain.shared.DomainName;
import java.time.Instant;
import java.util.Set;

/** A mail with a report, to be signed. */
final class SignedMails {
  static final String DOMAIN = "sender.example";
  static final Set<DomainName> SUBMITTERS = Set.of(new DomainName(DOMAIN));
  static final Instant RECEIVED_AT = Instant.parse("2024-09-04T12:00:00Z");

  static final String MAIL =
      """
      From: TLS reports\t <reports@sender.example>
      To: tls@example.com
      Subject: Report Domain: example.com Submitter: sender.example
        Report-ID: <1@sender.example>
      TLS-Report-Domain: example.com
      TLS-Report-Submitter: sender.example
      Content-Type: text/plain

      A  report \t about TLS.\s

       The end.


      """
          .replace("\n", "\r\n");

  private SignedMails() {}

  static byte[] bytes(String mail) {
    return mail.getBytes(ISO_8859_1);
  }
}
