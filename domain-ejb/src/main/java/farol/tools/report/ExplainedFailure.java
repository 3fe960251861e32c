package farol.tools.report;

import static java.util.Objects.requireNonNull;

import farol.domain.diagnosis.Cause;
import farol.domain.diagnosis.Consequence;
import farol.domain.diagnosis.PolicyMode;
import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;

/** A failure, why it was, and what became of the mail. */
public record ExplainedFailure(FailureDetail detail, Cause cause, Consequence consequence) {
  public ExplainedFailure {
    requireNonNull(detail, "detail");
    requireNonNull(cause, "cause");
    requireNonNull(consequence, "consequence");
  }

  static ExplainedFailure of(FailureDetail detail, PolicyType type, PolicyMode mode) {
    Cause cause = Cause.of(detail.resultType(), detail.failureReasonCode());
    return new ExplainedFailure(detail, cause, Consequence.of(cause, type, mode));
  }
}
