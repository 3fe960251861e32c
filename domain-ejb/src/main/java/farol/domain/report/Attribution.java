package farol.domain.report;

import java.util.Set;

/**
 * Whose policy a {@link ReportedPolicy} is, seen from one monitored domain. DANE policies belong to
 * an MX host, all others to the recipient's domain (RFC 8460, section 4.4, {@code policy-domain}).
 */
public enum Attribution {
  /** It names the domain. */
  OWN(true),
  /** It names nobody; a report that came to this domain's collector is taken to mean it. */
  ASSUMED_OWN(true),
  /** A TLSA policy of one of the domain's MX hosts. */
  MX_HOST(true),
  /** A TLSA policy of some host, while no MX host of the domain is known. */
  ASSUMED_MX_HOST(true),
  /** Somebody else's: kept, never counted. */
  FOREIGN(false);

  private final boolean counted;

  Attribution(boolean counted) {
    this.counted = counted;
  }

  /**
   * Decides by whole names; a parent or a child of the domain is foreign.
   *
   * @param domain the monitored domain, an A-label in lower case without a trailing dot
   * @param mxHosts its MX hosts as last looked up, in the same form; empty while none is known
   */
  public static Attribution of(ReportedPolicy policy, String domain, Set<String> mxHosts) {
    String policyDomain = policy.policyDomain();
    if (policyDomain == null) {
      return ASSUMED_OWN;
    }
    if (policyDomain.equals(domain)) {
      return OWN;
    }
    if (!policy.type().equals(PolicyType.TLSA)) {
      return FOREIGN;
    }
    if (mxHosts.isEmpty()) {
      return ASSUMED_MX_HOST;
    }
    return mxHosts.contains(policyDomain) ? MX_HOST : FOREIGN;
  }

  /** Whether sessions under such a policy count for the domain. */
  public boolean isCounted() {
    return counted;
  }
}
