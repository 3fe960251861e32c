package farol.domain.lookup;

import farol.domain.published.TlsaRecord;
import farol.domain.shared.DomainName;
import java.util.concurrent.CompletionStage;

/**
 * Asks DNS for what DANE for SMTP stands on, and whether the answer is proven: DANE holds only
 * where the MX records, the addresses of the host and its TLSA records are all {@link
 * Proof#SECURE}. Nothing else depends on this; ordinary records come from {@link RecordLookup}.
 *
 * <p>As there, no answer of an earlier call is reused, the stages never complete exceptionally for
 * what DNS does, about a hundred are in flight at once, and aliases (CNAME) are followed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7672">RFC 7672</a>
 */
public interface DaneLookup {
  /** The mail exchangers of a domain, most preferred first. */
  CompletionStage<SecureOutcome<MailExchanger>> mx(DomainName domain);

  /** The addresses of a host, each family by a look-up of its own. */
  CompletionStage<SecureAddresses> addresses(DomainName host);

  /**
   * The TLSA records for port 25 of a host ({@code _25._tcp.} before its name), in the order of
   * their fields. Of more than 8 KiB of data, the longest are left out.
   */
  CompletionStage<SecureOutcome<TlsaRecord>> tlsa(DomainName host);
}
