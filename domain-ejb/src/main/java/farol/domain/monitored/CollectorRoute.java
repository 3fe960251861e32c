package farol.domain.monitored;

import farol.domain.shared.DomainName;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a report that comes in by a token belongs.
 *
 * @param mxHosts the domain's MX hosts as last looked up; empty while none is known
 * @param demo whether the domain is of the demonstration
 * @param retiresAt when the token stops working; null while it is the published one
 */
public record CollectorRoute(
    long domainId,
    DomainName domain,
    Set<String> mxHosts,
    boolean demo,
    @Nullable Instant retiresAt) {
  public CollectorRoute {
    mxHosts = Set.copyOf(mxHosts);
  }

  boolean isLive(Instant now) {
    return retiresAt == null || now.isBefore(retiresAt);
  }
}
