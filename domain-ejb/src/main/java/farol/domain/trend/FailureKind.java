package farol.domain.trend;

import java.util.List;

/**
 * What tells the cause and the consequence of failed sessions. All of it comes from outside, and is
 * empty where the reporter left it out.
 *
 * @param policyString the policy that the reporter applied, by lines; its mode alone in roll-ups
 */
public record FailureKind(
    String resultType, String reasonCode, String policyType, List<String> policyString) {
  private static final String SEPARATOR = "\t";

  public FailureKind {
    policyString = List.copyOf(policyString);
  }

  /** Reads one from a roll-up: type, reason, policy type and mode, separated by tabs. */
  static FailureKind parse(String value) {
    String[] parts = value.split(SEPARATOR, -1);
    return new FailureKind(parts[0], parts[1], parts[2], List.of(parts[3]));
  }
}
