package farol.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy for clients that know none of a test's names: port 443 of each leads to one port of
 * loopback. What goes through it is the client's own TLS (CONNECT, RFC 9110, section 9.3.6).
 */
final class NamesLeadHere implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final String source;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * Begins to take connections.
   *
   * @param target the port that all names lead to
   * @param source the loopback address that connections come from there
   */
  NamesLeadHere(int target, String source) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.source = source;
    threads.execute(this::listen);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
  }

  /** What it was asked to connect to: {@code mta-sts.example.com:443}. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void listen() {
    try {
      while (true) {
        Socket client = listener.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException closed) {
      // Then there is nothing more to take.
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket()) {
      asked.add(destination(client.getInputStream()));
      server.bind(new InetSocketAddress(source, 0));
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      threads.execute(() -> pass(server, client));
      pass(client, server);
    } catch (IOException broken) {
      // One side has gone; the other one notices.
    }
  }

  /** Reads the head of a request, byte by byte, for what follows it belongs to TLS. */
  private static String destination(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString().split(" ", 3)[1];
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException broken) {
      // One side has gone; the other one notices.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
