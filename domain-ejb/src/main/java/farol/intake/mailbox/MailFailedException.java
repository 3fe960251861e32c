package farol.intake.mailbox;

import farol.domain.lookup.OutsideText;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxTrouble;
import farol.domain.shared.Excerpt;
import farol.intake.Ending;
import farol.intake.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A mail that can't be read, taken in or put away now. It may have been chance, so the mail is
 * tried again later; and it may have been its mailbox, whatever that says.
 */
final class MailFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient KeptMail mail;
  private final transient Ending ending;
  private final MailboxTrouble trouble;
  private final boolean read;

  private MailFailedException(
      KeptMail mail,
      MailboxTrouble trouble,
      boolean read,
      Ending ending,
      @Nullable Throwable cause) {
    super(Excerpt.of(OutsideText.safe(mail.key())) + ": " + ending.reason(), cause);
    this.mail = mail;
    this.ending = ending;
    this.trouble = trouble;
    this.read = read;
  }

  /** The mailbox hands out others, by what it says. */
  static MailFailedException unreadable(KeptMail mail, String reason) {
    return new MailFailedException(
        mail, MailboxTrouble.MAIL_FAILED, false, unreadable(reason), null);
  }

  /** The mailbox had trouble when it was to hand it out. */
  static MailFailedException unreadable(KeptMail mail, MailboxException reason) {
    return new MailFailedException(
        mail, reason.trouble(), false, unreadable(String.valueOf(reason.getMessage())), reason);
  }

  private static Ending unreadable(String reason) {
    return new Ending(Verdict.NO_REPORT, "MAIL_UNREADABLE", OutsideText.safe(reason));
  }

  /** Farol itself failed at what it had read. */
  static MailFailedException notTaken(KeptMail mail, Throwable reason) {
    String what = "Farol failed at it: " + Excerpt.of(OutsideText.safe(reason.toString()));
    return new MailFailedException(
        mail,
        MailboxTrouble.MAIL_FAILED,
        true,
        new Ending(Verdict.NO_REPORT, "MAIL_FAILED", what),
        reason);
  }

  /** It was dealt with, its report stored if it has one, and stays where it was all the same. */
  static MailFailedException notMoved(KeptMail mail, Ending ending, MailboxException reason) {
    String what = OutsideText.safe(String.valueOf(reason.getMessage()));
    return new MailFailedException(
        mail,
        reason.trouble(),
        true,
        new Ending(
            ending.verdict(),
            "MAIL_NOT_MOVED",
            ending.code().isEmpty() ? what : what + "; " + ending.code() + ": " + ending.reason()),
        reason);
  }

  KeptMail mail() {
    return mail;
  }

  /** What becomes of the mail if nobody tries it again. */
  Ending ending() {
    return ending;
  }

  /** What the look at it ended with. */
  MailboxTrouble trouble() {
    return trouble;
  }

  /** Whether its mailbox has handed it out. */
  boolean isRead() {
    return read;
  }
}
