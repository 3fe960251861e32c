package farol.domain.posture;

/** A record that its RFC does not allow, with the finding that says so. */
class InvalidRecordException extends Exception {
  private final transient Finding finding;

  InvalidRecordException(String code, String message, String fix) {
    super(message);
    this.finding = Finding.error(code, message, fix);
  }

  Finding finding() {
    return finding;
  }
}
