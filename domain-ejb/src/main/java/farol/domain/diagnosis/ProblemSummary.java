package farol.domain.diagnosis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is open at some verified domains, in numbers.
 *
 * @param problems how many there are, by what they lead to; only what is not 0, the worst first
 * @param broken the domains that have any, the worst first, each with the worst that is open
 * @param undiagnosed domains with reports in which nobody has looked for problems yet
 */
public record ProblemSummary(
    SortedMap<Consequence, Long> problems,
    Map<String, Consequence> broken,
    Set<String> undiagnosed) {
  public ProblemSummary {
    problems = Collections.unmodifiableSortedMap(new TreeMap<>(problems));
    broken = Collections.unmodifiableMap(new LinkedHashMap<>(broken));
    undiagnosed = Set.copyOf(undiagnosed);
  }

  public long total() {
    return problems.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What the worst of them leads to; empty where none is known. */
  public Optional<Consequence> worst() {
    return problems.keySet().stream().findFirst();
  }

  /** Whether nothing is open, and this is known of every domain. */
  public boolean isClear() {
    return problems.isEmpty() && undiagnosed.isEmpty();
  }
}
