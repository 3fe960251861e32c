package farol.domain.lookup;

import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import java.util.concurrent.CompletionStage;

/**
 * Asks DNS now: no answer of an earlier call is reused.
 *
 * <p>The stages never complete exceptionally for what DNS does or fails to do: that is a {@link
 * LookupOutcome}. About a hundred are in flight at once, others wait. Aliases (CNAME) are followed.
 */
public interface RecordLookup {
  /** The TXT records at a name, as {@link TxtValues} shows them. */
  CompletionStage<LookupOutcome<String>> txt(OwnerName name);

  /** The mail exchangers of a domain, most preferred first. */
  CompletionStage<LookupOutcome<MailExchanger>> mx(DomainName domain);

  /** The addresses of a host, each family by a look-up of its own. */
  CompletionStage<HostAddresses> addresses(DomainName host);
}
