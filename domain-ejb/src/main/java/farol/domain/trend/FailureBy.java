package farol.domain.trend;

/** What failures are told apart by, beside their kind. */
public enum FailureBy {
  /** The receiving host. */
  MX,
  /** The organisation that tells of it. */
  REPORTER,
  /** Of the server that could not deliver. */
  SENDING_ADDRESS,
  DOMAIN,
  POLICY_TYPE,
  /** As reported. */
  RESULT_TYPE,
  /** The UTC day, as ISO 8601 writes it. */
  DAY
}
