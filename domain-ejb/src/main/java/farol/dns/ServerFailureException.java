package farol.dns;

/** The last resolver that was asked answered SERVFAIL. */
class ServerFailureException extends NoAnswerException {
  ServerFailureException(String message) {
    super(message);
  }
}
