package farol.mailbox;

import farol.network.Deadline;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * How long a server may take: for the next bytes, and for an answer as a whole, which it could draw
 * out for ever by a byte now and then. For one thread.
 */
final class ImapPatience {
  private final Duration forBytes;
  private Deadline answer;

  /**
   * Begins with the wait for a first answer.
   *
   * @param forBytes an answer as a whole has twice that
   */
  ImapPatience(Duration forBytes) {
    this.forBytes = forBytes;
    this.answer = Deadline.in(forBytes.multipliedBy(2));
  }

  /** Waits for another answer. */
  void renew() {
    answer = Deadline.in(forBytes.multipliedBy(2));
  }

  /** How many milliseconds to wait for a connection, or for the server to take some bytes. */
  int millis() {
    return Math.toIntExact(forBytes.toMillis());
  }

  /** How many milliseconds to wait for the next bytes of the answer. */
  int millisLeft() throws SocketTimeoutException {
    if (answer.hasPassed()) {
      throw new SocketTimeoutException("an answer takes too long");
    }
    return Math.toIntExact(answer.left(forBytes).toMillis());
  }
}
