package farol.probe;

import static java.lang.System.Logger.Level.DEBUG;

import farol.network.Deadline;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A connection that closes itself at its deadline, so that whoever reads from it or writes to it
 * fails then. A socket's own timeout is one for each read, which a server can draw out for ever by
 * sending a byte now and then, even in the middle of a TLS record.
 */
public final class TimedConnection implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(TimedConnection.class.getName());

  private final Socket socket;
  private final Deadline deadline;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  TimedConnection(Socket socket, Deadline deadline) {
    this.socket = socket;
    this.deadline = deadline;
    var unused =
        end.orTimeout(Math.max(1, deadline.left().toNanos()), TimeUnit.NANOSECONDS)
            .whenComplete((ended, timeout) -> closeSocket());
  }

  /** The connection without TLS. */
  public Socket socket() {
    return socket;
  }

  /** Whether the deadline has passed, which is then why reading or writing failed. */
  public boolean hasExpired() {
    return deadline.hasPassed();
  }

  @Override
  public void close() {
    end.complete(null);
  }

  private void closeSocket() {
    try {
      socket.close();
    } catch (IOException e) {
      LOGGER.log(DEBUG, "a connection that is over could not be closed", e);
    }
  }
}
