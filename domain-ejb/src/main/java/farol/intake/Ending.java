package farol.intake;

import static java.util.Objects.requireNonNull;

/**
 * What became of something that arrived, and why.
 *
 * @param code the reason in capitals; empty where it was taken
 * @param reason for people; outside text in it is harmless and short; empty where it was taken
 */
public record Ending(Verdict verdict, String code, String reason) {
  public Ending {
    requireNonNull(verdict, "verdict");
    requireNonNull(code, "code");
    requireNonNull(reason, "reason");
  }

  static Ending taken(Verdict verdict) {
    return new Ending(verdict, "", "");
  }
}
