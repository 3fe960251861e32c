package farol.ingest.report;

/** A request that is answered without its body; the reply says why. */
final class RequestRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  RequestRefusedException(Reply reply) {
    super(null, null, false, false); // no stack trace: it says nothing, and floods make many
    this.reply = reply;
  }

  Reply reply() {
    return reply;
  }
}
