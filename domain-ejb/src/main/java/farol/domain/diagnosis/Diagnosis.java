package farol.domain.diagnosis;

import farol.domain.report.PolicyType;
import farol.domain.report.ResultType;
import farol.domain.trend.FailureKind;
import java.util.Comparator;

/**
 * Why sessions failed, and what became of their mail; ordered by what matters more, then by cause.
 */
public record Diagnosis(Cause cause, Consequence consequence) implements Comparable<Diagnosis> {
  private static final Comparator<Diagnosis> WORST_FIRST =
      Comparator.comparing(Diagnosis::consequence).thenComparing(Diagnosis::cause);

  public static Diagnosis of(FailureKind kind) {
    Cause cause = Cause.of(new ResultType(kind.resultType()), kind.reasonCode());
    return new Diagnosis(
        cause,
        Consequence.of(
            cause, new PolicyType(kind.policyType()), PolicyMode.of(kind.policyString())));
  }

  @Override
  public int compareTo(Diagnosis other) {
    return WORST_FIRST.compare(this, other);
  }
}
