package farol.domain.diagnosis;

import farol.domain.trend.FailureGroup;
import farol.domain.trend.ReporterDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds what is still broken at a domain.
 *
 * <p>A failure is over for a reporter once the same reporter has reported a later day with
 * successes and without it. A problem is open while it is not over for one of its reporters:
 * silence proves nothing.
 */
public final class OpenProblems {
  /** So many interrupted handshakes in the days looked at are noise. */
  private static final int NOISE = 2;

  /** No domain has as many, as roll-ups have it: who invents them gets no sum that overflows. */
  private static final long MOST_SESSIONS = 1_000_000_000_000_000L;

  private final Map<String, LocalDate> lastSuccess = new HashMap<>(); // by organisation

  /** A problem is one host's: where another host has it too, it is to be mended there as well. */
  private record Key(String mxHost, Cause cause) {
    static Key of(FailureGroup group) {
      return new Key(group.mxHost().strip(), Diagnosis.of(group.kind()).cause());
    }
  }

  private OpenProblems(List<ReporterDay> reporterDays) {
    for (ReporterDay day : reporterDays) {
      if (day.sessions().successful() > 0) {
        lastSuccess.merge(day.organization(), day.day(), OpenProblems::later);
      }
    }
  }

  /**
   * The open problems of a domain, worst first.
   *
   * @param failures what failed in the days looked at
   * @param reporterDays who reported on the same days
   */
  public static List<Problem> of(
      String domain, List<FailureGroup> failures, List<ReporterDay> reporterDays) {
    OpenProblems open = new OpenProblems(reporterDays);
    return failures.stream().collect(Collectors.groupingBy(Key::of)).entrySet().stream()
        .filter(entry -> open.isOpen(entry.getValue()))
        .map(entry -> problem(domain, entry.getKey(), entry.getValue()))
        .sorted(Problem.WORST_FIRST)
        .toList();
  }

  /**
   * Some of a domain's problems, where there are more: the worst of each reporter, then the second
   * worst of each, and so on, so that none that invents hosts takes the places of what others tell.
   *
   * @param worstFirst all of them
   */
  static List<Problem> some(List<Problem> worstFirst, int most) {
    record Placed(Problem problem, int place) {}
    Map<String, Integer> told = new HashMap<>(); // by organisation
    return worstFirst.stream()
        .map(problem -> new Placed(problem, place(problem, told)))
        .sorted(Comparator.comparingInt(Placed::place))
        .limit(most)
        .map(Placed::problem)
        .toList();
  }

  /** Among what its reporters told: the foremost counts. */
  private static int place(Problem problem, Map<String, Integer> told) {
    return problem.reporters().stream()
        .mapToInt(
            reporter -> {
              int place = told.getOrDefault(reporter, 0) + 1;
              told.put(reporter, place);
              return place;
            })
        .min()
        .orElseThrow();
  }

  private boolean isOpen(List<FailureGroup> failures) {
    Map<String, LocalDate> lastFailure =
        failures.stream()
            .collect(
                Collectors.toMap(
                    FailureGroup::organization, FailureGroup::day, OpenProblems::later));
    return lastFailure.entrySet().stream()
        .anyMatch(
            entry -> {
              LocalDate success = lastSuccess.get(entry.getKey());
              return success == null || !success.isAfter(entry.getValue());
            });
  }

  private static Problem problem(String domain, Key key, Collection<FailureGroup> failures) {
    long sessions =
        failures.stream()
            .mapToLong(FailureGroup::failed)
            .reduce(0, (sum, failed) -> Math.min(MOST_SESSIONS, sum + failed));
    boolean noise = key.cause() == Cause.HANDSHAKE_INTERRUPTED && sessions <= NOISE;
    return new Problem(
        domain,
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
        .map(group -> Diagnosis.of(group.kind()).consequence())
        .min(Consequence::compareTo)
        .orElseThrow();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
