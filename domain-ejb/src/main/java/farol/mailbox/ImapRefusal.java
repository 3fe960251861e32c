package farol.mailbox;

import farol.domain.lookup.OutsideText;
import farol.domain.shared.Excerpt;
import org.eclipse.angus.mail.iap.ProtocolException;

/** The server said no to one command; the connection is as good as before. */
final class ImapRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  ImapRefusal(ProtocolException reason) {
    super(said(reason), reason);
  }

  /** What the server said. */
  String said() {
    return String.valueOf(getMessage());
  }

  /** What went wrong, safe to show; of exceptions without a word the one behind them speaks. */
  static String said(Throwable reason) {
    String message = reason.getMessage();
    if (message != null) {
      return Excerpt.of(OutsideText.safe(message));
    }
    Throwable cause = reason.getCause();
    return cause == null ? reason.getClass().getSimpleName() : said(cause);
  }
}
