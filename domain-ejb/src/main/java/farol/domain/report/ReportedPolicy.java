package farol.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One policy that the sender applied, with what came of it.
 *
 * @param type what kind of policy
 * @param policyString the policy as the sender saw it: lines of an MTA-STS policy without line
 *     ends, or TLSA records; empty where the sender left it out
 * @param policyDomain whose policy it is, an A-label in lower case without a trailing dot; for
 *     {@code tlsa} the MX host, though some senders write the recipient's domain; null where the
 *     sender left it out
 * @param mxHosts the patterns of an MTA-STS policy, in lower case; may be empty
 * @param counts the summary's totals
 * @param failures what explains the failures; may be empty even when sessions failed
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-4.4">RFC 8460, section 4.4</a>
 */
public record ReportedPolicy(
    PolicyType type,
    List<String> policyString,
    @Nullable String policyDomain,
    List<String> mxHosts,
    SessionCounts counts,
    List<FailureDetail> failures) {
  public ReportedPolicy {
    requireNonNull(type, "type");
    requireNonNull(counts, "counts");
    policyString = List.copyOf(policyString);
    mxHosts = List.copyOf(mxHosts);
    failures = List.copyOf(failures);
    if (policyDomain != null && !isNormal(policyDomain)) {
      throw new IllegalArgumentException(
          "policy-domain must be in lower case without a trailing dot, got " + policyDomain);
    }
  }

  private static boolean isNormal(String domain) {
    return !domain.isEmpty()
        && !domain.endsWith(".")
        && domain.equals(domain.toLowerCase(Locale.ROOT));
  }
}
