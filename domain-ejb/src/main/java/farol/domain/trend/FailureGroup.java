package farol.domain.trend;

import farol.domain.report.PolicyType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Failed sessions of one UTC day that have everything else here in common. All text but the domain
 * comes from outside.
 *
 * @param domain the monitored domain, in A-labels
 * @param organization the reporter
 * @param policyString the policy that the reporter applied, by lines
 * @param mxHost the receiving host, where there was one
 */
public record FailureGroup(
    String domain,
    LocalDate day,
    String organization,
    @Nullable String resultType,
    @Nullable String reasonCode,
    PolicyType policyType,
    List<String> policyString,
    @Nullable String mxHost,
    long failed) {
  public FailureGroup {
    policyString = List.copyOf(policyString);
  }
}
