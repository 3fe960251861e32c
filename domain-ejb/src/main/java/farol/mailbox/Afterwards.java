package farol.mailbox;

/** How a mailbox on a server shows what became of a mail. */
public enum Afterwards {
  /** The mail is moved to a folder. */
  MOVE,
  /** The mail stays, is marked as seen, and has a keyword. */
  FLAG
}
