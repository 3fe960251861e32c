package farol.domain.mailbox;

/** A place that mails reach, some of them with a report. */
public interface Mailbox {
  /** What an operator calls it. */
  String name();

  /**
   * Looks what waits there, and keeps whatever connection that takes until the session is closed.
   *
   * @param after how far an earlier session came; mails up to there are not shown again, unless the
   *     mailbox has been set up anew since
   */
  MailboxSession open(MailboxPosition after) throws MailboxException;
}
