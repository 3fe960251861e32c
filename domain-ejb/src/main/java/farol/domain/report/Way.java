package farol.domain.report;

/** By which way a report came in. */
public enum Way {
  /** Posted to its domain's collector. */
  HTTPS,
  /** In a mail that Farol read in a mailbox. */
  MAIL,
  /** In a file that somebody imported. */
  IMPORT
}
