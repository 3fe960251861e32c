package farol.domain.mailbox;

/** What became of a mail. */
public enum MailOutcome {
  /** Its report is stored, now or since earlier. */
  TAKEN,
  /** It is for somebody else, or nobody could read it, and stays as and where it is. */
  LEFT_ALONE,
  /** It can't be taken in, and somebody may want to look at it. */
  SET_ASIDE
}
