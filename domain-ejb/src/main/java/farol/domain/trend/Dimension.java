package farol.domain.trend;

/** What a roll-up is broken down by. */
enum Dimension {
  RESULT_TYPE,
  REPORTER,
  MX,
  POLICY_TYPE,
  /** As {@link FailureKind} reads it. */
  FAILURE
}
