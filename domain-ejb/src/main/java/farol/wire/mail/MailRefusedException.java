package farol.wire.mail;

import farol.wire.RefusalCode;

/** Ends the reading of a mail inside this package. */
final class MailRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RefusalCode code;
  private final String detail;

  MailRefusedException(RefusalCode code, String detail) {
    super(detail);
    this.code = code;
    this.detail = detail;
  }

  MailReading.Nothing toReading(boolean announced) {
    return new MailReading.Nothing(code, detail, announced);
  }
}
