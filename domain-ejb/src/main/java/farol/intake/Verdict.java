package farol.intake;

/** What became of something that arrived, the best first. */
public enum Verdict {
  /** New in the database. */
  STORED,
  /** Had been in the database. */
  DUPLICATE,
  /** A report, but of no domain that is verified here. */
  FOREIGN,
  /** A mail that says nowhere that it carries a report. */
  NO_REPORT,
  /** It is to be a report and can't be taken. */
  REFUSED
}
