package farol.domain.report;

/** Which reports are asked for, by how they came. */
public enum OriginFilter {
  /** However they came. */
  ANY,
  /** Posted to their domain's collector. */
  POSTED,
  /** In a mail that Farol read in a mailbox. */
  MAIL,
  /** In a file that somebody imported. */
  IMPORTED,
  /** In a mail, wherever from, of which nobody knows that the reporter has written it. */
  UNPROVEN
}
