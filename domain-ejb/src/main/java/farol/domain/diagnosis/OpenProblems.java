package farol.domain.diagnosis;

import farol.domain.trend.FailureGroup;
import farol.domain.trend.ReporterDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds what is still broken.
 *
 * <p>A failure is over for a reporter once the same reporter has reported a later day with
 * successes and without it. A problem is open while it is not over for one of its reporters:
 * silence proves nothing.
 */
public final class OpenProblems {
  /** So many interrupted handshakes in the days looked at are noise. */
  private static final int NOISE = 2;

  private final Map<Reporter, LocalDate> lastSuccess = new HashMap<>();

  private record Reporter(String domain, String organization) {}

  /** A problem is one host's: where another host has it too, it is to be mended there as well. */
  private record Key(String domain, String mxHost, Cause cause) {
    static Key of(FailureGroup group) {
      String host = group.mxHost() == null ? "" : group.mxHost().strip().toLowerCase(Locale.ROOT);
      return new Key(group.domain(), host, Diagnosis.of(group).cause());
    }
  }

  private OpenProblems(List<ReporterDay> reporterDays) {
    for (ReporterDay day : reporterDays) {
      if (day.sessions().successful() > 0) {
        lastSuccess.merge(
            new Reporter(day.domain(), day.organization()), day.day(), OpenProblems::later);
      }
    }
  }

  /**
   * The open problems, worst first.
   *
   * @param failures what failed in the days looked at
   * @param reporterDays who reported on the same days
   */
  public static List<Problem> in(List<FailureGroup> failures, List<ReporterDay> reporterDays) {
    OpenProblems open = new OpenProblems(reporterDays);
    return failures.stream().collect(Collectors.groupingBy(Key::of)).entrySet().stream()
        .filter(entry -> open.isOpen(entry.getValue()))
        .map(entry -> problem(entry.getKey(), entry.getValue()))
        .sorted(Problem.WORST_FIRST)
        .toList();
  }

  private boolean isOpen(List<FailureGroup> failures) {
    Map<Reporter, LocalDate> lastFailure =
        failures.stream()
            .collect(
                Collectors.toMap(
                    group -> new Reporter(group.domain(), group.organization()),
                    FailureGroup::day,
                    OpenProblems::later));
    return lastFailure.entrySet().stream()
        .anyMatch(
            entry -> {
              LocalDate success = lastSuccess.get(entry.getKey());
              return success == null || !success.isAfter(entry.getValue());
            });
  }

  private static Problem problem(Key key, Collection<FailureGroup> failures) {
    long sessions = failures.stream().mapToLong(FailureGroup::failed).sum();
    boolean noise = key.cause() == Cause.HANDSHAKE_INTERRUPTED && sessions <= NOISE;
    return new Problem(
        key.domain(),
        key.mxHost(),
        key.cause(),
        noise ? Consequence.INFORMATION : worst(failures),
        failures.stream().map(FailureGroup::day).min(LocalDate::compareTo).orElseThrow(),
        failures.stream().map(FailureGroup::day).max(LocalDate::compareTo).orElseThrow(),
        sessions,
        failures.stream().map(FailureGroup::organization).distinct().sorted().toList());
  }

  private static Consequence worst(Collection<FailureGroup> failures) {
    return failures.stream()
        .map(group -> Diagnosis.of(group).consequence())
        .min(Consequence::compareTo)
        .orElseThrow();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
