package farol.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on 127.0.0.1 that does whatever a test wants with each connection. */
public final class TestServer implements AutoCloseable {

  /** What the server does with a connection; it is closed afterwards. */
  @FunctionalInterface
  public interface Conversation {
    void hold(Socket connection) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final Conversation conversation;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private TestServer(ServerSocket listener, Conversation conversation) {
    this.listener = listener;
    this.conversation = conversation;
    daemon(this::accept).start();
  }

  /** Starts on a free port. */
  public static TestServer start(Conversation conversation) {
    try {
      return new TestServer(
          new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), conversation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections have come so far. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : open) {
      connection.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        connections.incrementAndGet();
        open.add(connection);
        daemon(() -> converse(connection)).start();
      } catch (SocketException e) {
        // Closed, which the loop sees.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void converse(Socket connection) {
    try (connection) {
      conversation.hold(connection);
    } catch (IOException e) {
      // The other side has gone, as it may: what it made of the conversation is what tests look at.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(connection);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "test-server");
    thread.setDaemon(true);
    return thread;
  }
}
