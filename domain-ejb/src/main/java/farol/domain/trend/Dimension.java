package farol.domain.trend;

/** What sessions are broken down by. */
public enum Dimension {
  RESULT_TYPE,
  REPORTER,
  MX,
  POLICY_TYPE,
  /** As {@link FailureKind} reads it. */
  FAILURE,
  /** In no roll-up: counted from the failures themselves. */
  SOURCE_ADDRESS
}
