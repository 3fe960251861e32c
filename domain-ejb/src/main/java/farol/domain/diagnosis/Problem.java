package farol.domain.diagnosis;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A cause of failures at a domain that no reporter has yet shown to be gone.
 *
 * @param since the first day that it was reported for, within the days looked at
 * @param lastSeen the last such day
 * @param sessions failed sessions in these days, of all reporters
 * @param reporters who reported it, in alphabetical order. Outside text
 * @param mxHosts where it happened, in alphabetical order; empty for what happens before a host is
 *     chosen. Outside text
 */
public record Problem(
    String domain,
    Cause cause,
    Consequence consequence,
    LocalDate since,
    LocalDate lastSeen,
    long sessions,
    List<String> reporters,
    List<String> mxHosts) {
  /** The worst consequence first, then the most sessions. */
  public static final Comparator<Problem> WORST_FIRST =
      Comparator.comparing(Problem::consequence)
          .thenComparing(Comparator.comparingLong(Problem::sessions).reversed())
          .thenComparing(Problem::domain)
          .thenComparing(Problem::cause);

  public Problem {
    reporters = List.copyOf(reporters);
    mxHosts = List.copyOf(mxHosts);
  }

  /** Whether more than one organisation saw it, so that it is not a matter of one sender. */
  public boolean isCorroborated() {
    return reporters.size() > 1;
  }
}
