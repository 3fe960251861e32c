package farol.domain.mailbox;

/** Why a mailbox is not read to its end. */
public enum MailboxTrouble {
  /** The server can't be reached, or broke off, or takes too long. */
  AWAY,
  /** The server does not take the credentials, or there are none. */
  SIGN_IN_REFUSED,
  /** There is no TLS with that very server. */
  UNTRUSTED,
  /** A folder is missing, or does not let itself be read or written to. */
  FOLDER_UNUSABLE,
  /** A mail can't be read, or Farol itself fails at it; it is tried again. */
  MAIL_FAILED,
  /** Farol itself fails at the mailbox. */
  FAROL_FAILED
}
