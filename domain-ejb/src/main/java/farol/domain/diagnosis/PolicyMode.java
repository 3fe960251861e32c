package farol.domain.diagnosis;

import java.util.List;
import java.util.Locale;

/**
 * What an MTA-STS policy asks senders to do when it is not met.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8461#section-3.2">RFC 8461, section 3.2</a>
 */
public enum PolicyMode {
  /** Don't deliver. */
  ENFORCE,
  /** Deliver, and report. */
  TESTING,
  /** There is no policy any more. */
  NONE,
  /** The reporter did not say. */
  UNKNOWN;

  /**
   * Reads the mode from a policy as reported; the first {@code mode} line wins.
   *
   * @param policyString the policy's lines
   */
  public static PolicyMode of(List<String> policyString) {
    return policyString.stream()
        .flatMap(String::lines)
        .map(line -> line.split(":", 2))
        .filter(field -> field.length == 2 && field[0].strip().equalsIgnoreCase("mode"))
        .map(field -> ofWord(field[1].strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static PolicyMode ofWord(String word) {
    return switch (word) {
      case "enforce" -> ENFORCE;
      case "testing" -> TESTING;
      case "none" -> NONE;
      default -> UNKNOWN;
    };
  }
}
