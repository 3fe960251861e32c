package farol.domain.published;

/** Something published that its RFC does not allow, with the finding that says so. */
class InvalidRecordException extends Exception {
  private final transient Finding finding;

  InvalidRecordException(FindingCode code, String message, String fix, String source) {
    super(message);
    this.finding = Finding.error(code, message, fix, source);
  }

  Finding finding() {
    return finding;
  }
}
