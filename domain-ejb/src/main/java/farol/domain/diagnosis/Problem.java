package farol.domain.diagnosis;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A cause of failures at a domain's mail host that no reporter has yet shown to be gone.
 *
 * @param mxHost where it happened, in lower case; empty for what happens before a host is chosen,
 *     and where nobody told. Outside text
 * @param since the first day that it was reported for, within the days looked at
 * @param lastSeen the last such day
 * @param sessions failed sessions in these days, of all reporters
 * @param reporters who reported it, in alphabetical order. Outside text
 */
public record Problem(
    String domain,
    String mxHost,
    Cause cause,
    Consequence consequence,
    LocalDate since,
    LocalDate lastSeen,
    long sessions,
    List<String> reporters) {
  /** The worst consequence first, then the most sessions. */
  public static final Comparator<Problem> WORST_FIRST =
      Comparator.comparing(Problem::consequence)
          .thenComparing(Comparator.comparingLong(Problem::sessions).reversed())
          .thenComparing(Problem::domain)
          .thenComparing(Problem::mxHost)
          .thenComparing(Problem::cause);

  public Problem {
    reporters = List.copyOf(reporters);
  }

  /** Whether more than one organisation saw it, so that it is not a matter of one sender. */
  public boolean isCorroborated() {
    return reporters.size() > 1;
  }
}
