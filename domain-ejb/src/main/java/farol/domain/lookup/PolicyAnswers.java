package farol.domain.lookup;

import static java.util.Objects.requireNonNull;

/** What a policy host answered by each family of addresses: one may be broken, unseen by many. */
public record PolicyAnswers(PolicyAnswer ipv4, PolicyAnswer ipv6) {
  public PolicyAnswers {
    requireNonNull(ipv4, "ipv4");
    requireNonNull(ipv6, "ipv6");
  }
}
