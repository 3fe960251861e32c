package farol.domain.lookup;

import farol.domain.shared.DomainName;
import farol.network.IpAddress;
import java.util.concurrent.CompletionStage;

/**
 * Talks to a mail exchanger as a sender does that has nothing to send: greeting, STARTTLS, the
 * certificate, good-bye; within 30 seconds, 100 lines of 512 bytes and 64 KiB. Connects only where
 * {@link farol.network.ProbeTargets} lets it, and to one address only once at a time.
 *
 * <p>Stages never complete exceptionally. About a hundred may be in flight at once. Whoever calls
 * keeps to hosts of a domain that proved to be its owner's, 10 hosts of 4 addresses at most.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3207">RFC 3207</a>
 */
public interface SmtpProbe {
  /**
   * Probes one address of a mail exchanger.
   *
   * @param host its name in the MX record, sent as the name of the server (SNI)
   */
  CompletionStage<SmtpOutcome> probe(DomainName host, IpAddress address);
}
