package farol.smtp;

import farol.domain.lookup.SmtpFailure;

/** A conversation cannot go on; the message says why, for an operator. */
final class ProbeFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final SmtpFailure failure;

  ProbeFailedException(SmtpFailure failure, String detail) {
    super(detail);
    this.failure = failure;
  }

  SmtpFailure failure() {
    return failure;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
