package farol.domain.report;

import static java.util.Objects.requireNonNull;

import farol.domain.shared.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What was posted for a domain and kept, with what is needed to read it again as when it came.
 *
 * @param mxHosts the domain's MX hosts as known then, or now where that is not known any more;
 *     empty if none were
 * @param warnings codes of what was odd about it when it came; none of a refused body
 */
public record KeptBytes(
    long domainId,
    DomainName domain,
    Set<String> mxHosts,
    RawReport raw,
    Instant receivedAt,
    List<String> warnings) {
  public KeptBytes {
    requireNonNull(domain, "domain");
    requireNonNull(raw, "raw");
    requireNonNull(receivedAt, "receivedAt");
    mxHosts = Set.copyOf(mxHosts);
    warnings = List.copyOf(warnings);
  }
}
