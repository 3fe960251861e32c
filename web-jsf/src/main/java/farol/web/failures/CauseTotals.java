package farol.web.failures;

import farol.domain.diagnosis.Cause;
import farol.domain.diagnosis.Consequence;
import farol.domain.diagnosis.Diagnosis;
import farol.domain.trend.KindSlice;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Failures of one cause.
 *
 * @param consequences failed sessions by what became of their mail; only what is not 0, the worst
 *     first
 * @param resultTypes as reported. Outside text
 */
record CauseTotals(
    Cause cause,
    SortedMap<Consequence, Long> consequences,
    List<String> resultTypes,
    long failed,
    LocalDate first,
    LocalDate last) {
  /** One refused mail weighs more than any number that would be. */
  private static final Comparator<CauseTotals> WORST_FIRST =
      Arrays.stream(Consequence.values())
          .map(
              consequence ->
                  Comparator.comparingLong((CauseTotals totals) -> totals.failed(consequence))
                      .reversed())
          .reduce(Comparator::thenComparing)
          .orElseThrow()
          .thenComparing(CauseTotals::cause);

  CauseTotals {
    consequences = Collections.unmodifiableSortedMap(new TreeMap<>(consequences));
    resultTypes = List.copyOf(resultTypes);
  }

  private long failed(Consequence consequence) {
    return consequences.getOrDefault(consequence, 0L);
  }

  /** Those with the most sessions of the worst consequence first. */
  static List<CauseTotals> of(List<KindSlice> kinds) {
    return kinds.stream()
        .collect(Collectors.groupingBy(slice -> Diagnosis.of(slice.kind()).cause()))
        .entrySet()
        .stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .sorted(WORST_FIRST)
        .toList();
  }

  private static CauseTotals of(Cause cause, List<KindSlice> kinds) {
    return new CauseTotals(
        cause,
        kinds.stream()
            .filter(slice -> slice.failed() > 0)
            .collect(
                Collectors.toMap(
                    slice -> Diagnosis.of(slice.kind()).consequence(),
                    KindSlice::failed,
                    Long::sum,
                    TreeMap::new)),
        kinds.stream()
            .map(slice -> slice.kind().resultType())
            .filter(type -> !type.isBlank())
            .distinct()
            .sorted()
            .toList(),
        kinds.stream().mapToLong(KindSlice::failed).sum(),
        kinds.stream().map(KindSlice::first).min(Comparator.naturalOrder()).orElseThrow(),
        kinds.stream().map(KindSlice::last).max(Comparator.naturalOrder()).orElseThrow());
  }
}
