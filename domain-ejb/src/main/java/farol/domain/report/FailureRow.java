package farol.domain.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure detail with its place in its report.
 *
 * @param counted whether it explains failures that count for the domain
 */
record FailureRow(PolicyRow policy, FailureDetail detail, boolean counted) {
  static List<FailureRow> of(PolicyRow policy, boolean reportCounts) {
    boolean counted = reportCounts && policy.attribution().isCounted();
    return policy.policy().failures().stream()
        .map(detail -> new FailureRow(policy, detail, counted))
        .toList();
  }

  @Nullable String resultType() {
    ResultType type = detail.resultType();
    return type == null ? null : type.value();
  }
}
