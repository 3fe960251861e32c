package farol.domain.lookup;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server has shown, as far as it came.
 *
 * @param greeting its first words; null if none came
 * @param hello its answer to EHLO in plain text, the extensions from the second line on
 * @param injected whether more than the answer to STARTTLS came before TLS began: bytes that an
 *     attacker may have put there, to be taken for what the server says later (RFC 3207, section 5,
 *     CVE-2011-0411). They are dropped
 * @param chain the certificates as sent, its own first, also where no connection came about; empty
 *     if none came
 * @param tls the connection; null if none came about
 * @param secureHello its answer to EHLO over TLS
 */
public record SmtpConversation(
    @Nullable SmtpReply greeting,
    @Nullable SmtpReply hello,
    boolean injected,
    List<X509Certificate> chain,
    @Nullable TlsSession tls,
    @Nullable SmtpReply secureHello) {
  public SmtpConversation {
    chain = List.copyOf(chain);
  }
}
