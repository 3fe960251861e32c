package farol.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * The kind of policy that a sender applied. Senders invent values, so unknown ones are kept.
 *
 * @param value the type in lower case, as senders disagree about case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-4.2">RFC 8460, section 4.2</a>
 */
public record PolicyType(String value) {
  /** DANE: the policy is a TLSA record set. */
  public static final PolicyType TLSA = new PolicyType("tlsa");

  /** MTA-STS. */
  public static final PolicyType STS = new PolicyType("sts");

  /** Neither DANE nor MTA-STS applied. */
  public static final PolicyType NO_POLICY_FOUND = new PolicyType("no-policy-found");

  public PolicyType {
    value = requireNonNull(value, "value").toLowerCase(Locale.ROOT);
  }

  /** Whether RFC 8460 names this type. */
  public boolean isKnown() {
    return equals(TLSA) || equals(STS) || equals(NO_POLICY_FOUND);
  }
}
