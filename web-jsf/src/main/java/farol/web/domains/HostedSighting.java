package farol.web.domains;

import farol.domain.published.Finding;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the world sees of a policy that Farol serves.
 *
 * @param good whether it is what Farol serves
 * @param findings all that there is to say of the domain's MTA-STS
 * @param at when somebody looked; null before
 */
public record HostedSighting(boolean good, List<FindingRow> findings, @Nullable Instant at) {
  private static final String OF_HOSTING = "HOSTED_";

  static HostedSighting of(List<Finding> findings, Optional<Instant> at, Texts texts) {
    return new HostedSighting(
        at.isPresent()
            && findings.stream().noneMatch(finding -> finding.code().startsWith(OF_HOSTING)),
        FindingRow.of(findings, texts),
        at.orElse(null));
  }
}
