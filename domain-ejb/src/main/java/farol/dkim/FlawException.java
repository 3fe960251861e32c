package farol.dkim;

/** Ends the proof of a signature inside this package. */
final class FlawException extends Exception {
  private static final long serialVersionUID = 1L;

  private final DkimFlaw flaw;

  FlawException(DkimFlaw flaw) {
    super(flaw.text());
    this.flaw = flaw;
  }

  DkimFlaw flaw() {
    return flaw;
  }

  static void require(boolean met, DkimFlaw otherwise) throws FlawException {
    if (!met) {
      throw new FlawException(otherwise);
    }
  }
}
