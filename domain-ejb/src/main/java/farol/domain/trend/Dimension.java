package farol.domain.trend;

/** What sessions are broken down by. */
public enum Dimension {
  RESULT_TYPE,
  REPORTER,
  MX,
  POLICY_TYPE,
  /** As {@link FailureKind} reads it. */
  FAILURE,
  /** Of each day, the hundred with the most failures. */
  SOURCE_ADDRESS
}
