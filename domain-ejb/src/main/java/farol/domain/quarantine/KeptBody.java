package farol.domain.quarantine;

import static java.util.Objects.requireNonNull;

import farol.domain.report.RawReport;
import farol.domain.shared.DomainName;
import java.time.Instant;
import java.util.Set;

/**
 * A refused body's bytes, with what is needed to read them again.
 *
 * @param mxHosts the domain's MX hosts as last looked up; empty while none is known
 */
public record KeptBody(
    long domainId, DomainName domain, Set<String> mxHosts, RawReport raw, Instant receivedAt) {
  public KeptBody {
    requireNonNull(domain, "domain");
    requireNonNull(raw, "raw");
    requireNonNull(receivedAt, "receivedAt");
    mxHosts = Set.copyOf(mxHosts);
  }
}
