package farol.dns;

/** An answer breaks its own proof; the message says how. */
class BogusException extends NoAnswerException {
  BogusException(String message) {
    super(message);
  }
}
