package farol.dns;

/** DNS gave no usable answer; the message says what happened. */
class NoAnswerException extends RuntimeException {
  NoAnswerException(String message) {
    super(message);
  }
}
