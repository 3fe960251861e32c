package farol.domain.lookup;

import farol.domain.shared.DomainName;
import java.util.concurrent.CompletionStage;

/**
 * Fetches a domain's MTA-STS policy as a sender does: once by each family of addresses, without
 * redirects, within 60 seconds. Connects only where {@link farol.network.ProbeTargets} lets it.
 *
 * <p>Stages never complete exceptionally. About a hundred may be in flight at once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8461#section-3.3">RFC 8461, section 3.3</a>
 */
public interface PolicyFetch {
  /** Fetches {@code https://mta-sts.<domain>/.well-known/mta-sts.txt}. */
  CompletionStage<PolicyAnswers> fetch(DomainName domain);
}
