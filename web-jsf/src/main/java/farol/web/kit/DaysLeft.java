package farol.web.kit;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a certificate is still valid. The nearer its end, the louder.
 *
 * @param tone names it in the style sheet
 * @param text whole days
 */
public record DaysLeft(String tone, String text) {
  /**
   * Counts them.
   *
   * @param until the last instant at which it is valid
   */
  public static DaysLeft of(Instant until, Instant now, Texts texts) {
    if (now.isAfter(until)) {
      return new DaysLeft("refused", texts.get("certificate.expired"));
    }
    long days = Duration.between(now, until).toDays();
    return new DaysLeft(tone(days), texts.format("certificate.left", days));
  }

  private static String tone(long days) {
    if (days <= 7) {
      return "refused";
    }
    if (days <= 14) {
      return "unprotected";
    }
    return days <= 30 ? "information" : "ok";
  }
}
