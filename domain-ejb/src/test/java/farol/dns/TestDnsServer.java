package farol.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;
import org.xbill.DNS.WireParseException;

/**
 * A real DNS server on 127.0.0.1, by UDP and TCP on one port, for tests and for trying things by
 * hand. What it serves is a {@link TestZone}, which may change at any time.
 *
 * <p>By hand: {@code TestDnsServer <port>} (0 for any) reads the commands of {@link TestZone#run}
 * from standard input until it ends.
 */
public final class TestDnsServer implements AutoCloseable {
  private static final int LARGEST_MESSAGE = 65_535;

  private final TestZone zone = new TestZone();
  private final ServerSocket tcp;
  private final DatagramSocket udp;
  private final Thread receiver;
  private final Thread acceptor;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();
  private final ScheduledExecutorService later =
      Executors.newScheduledThreadPool(2, task -> daemon(task, "test-dns-answers"));

  private TestDnsServer(ServerSocket tcp, DatagramSocket udp) {
    this.tcp = tcp;
    this.udp = udp;
    this.receiver = daemon(this::receive, "test-dns-udp");
    this.acceptor = daemon(this::accept, "test-dns-tcp");
    receiver.start();
    acceptor.start();
  }

  /** Starts on a free port. */
  public static TestDnsServer start() {
    return start(0);
  }

  /** Starts on {@code port}; 0 is any free one. */
  public static TestDnsServer start(int port) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    for (int attempt = 1; ; attempt++) {
      try {
        ServerSocket tcp = new ServerSocket(port, 200, loopback);
        try {
          return new TestDnsServer(tcp, new DatagramSocket(tcp.getLocalPort(), loopback));
        } catch (BindException e) {
          // The port is free for TCP only: try another, if the caller does not mind.
          tcp.close();
          if (port != 0 || attempt == 20) {
            throw e;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("no DNS server on port " + port, e);
      }
    }
  }

  /** Serves until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    try (TestDnsServer server = start(Integer.parseInt(arguments[0]));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      System.out.println("serving on " + server.setting());
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        System.out.println(server.zone.run(line));
      }
    }
  }

  /** What is served; change it at any time. */
  public TestZone zone() {
    return zone;
  }

  /** How many questions have waited for their answers at once since this was last asked. */
  public int mostOpen() {
    return mostOpen.getAndSet(0);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) tcp.getLocalSocketAddress();
  }

  /** Where it listens, as {@code FAROL_DNS_SERVERS} wants it. */
  public String setting() {
    return "127.0.0.1:" + tcp.getLocalPort();
  }

  /** Stops: afterwards nothing answers at the port. */
  @Override
  public void close() throws IOException {
    tcp.close();
    udp.close();
    for (Socket connection : connections) {
      connection.close();
    }
    later.shutdownNow();
    // Java releases a port only when no thread waits on it any more.
    join(receiver);
    join(acceptor);
  }

  private static void join(Thread thread) {
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void receive() {
    while (!udp.isClosed()) {
      DatagramPacket packet = new DatagramPacket(new byte[LARGEST_MESSAGE], LARGEST_MESSAGE);
      try {
        udp.receive(packet);
        byte[] question = new byte[packet.getLength()];
        System.arraycopy(packet.getData(), 0, question, 0, question.length);
        answer(
            question,
            false,
            bytes -> udp.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress())));
      } catch (SocketException e) {
        // Closed, which the loop sees, or a client that has gone.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void accept() {
    while (!tcp.isClosed()) {
      try {
        Socket connection = tcp.accept();
        connections.add(connection);
        daemon(() -> converse(connection), "test-dns-connection").start();
      } catch (SocketException e) {
        // Closed, which the loop sees.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void converse(Socket connection) {
    try (connection;
        DataInputStream in = new DataInputStream(connection.getInputStream());
        DataOutputStream out = new DataOutputStream(connection.getOutputStream())) {
      while (true) {
        byte[] question = new byte[in.readUnsignedShort()];
        in.readFully(question);
        answer(
            question,
            true,
            bytes -> {
              synchronized (out) {
                out.writeShort(bytes.length);
                out.write(bytes);
                out.flush();
              }
            });
      }
    } catch (EOFException | SocketException e) {
      connections.remove(connection); // the client is done, or we were closed
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(byte[] question, boolean byTcp, Channel channel) throws IOException {
    Message query;
    try {
      query = new Message(question);
    } catch (WireParseException e) {
      return; // not DNS, so there is nobody to answer
    }
    if (query.getQuestion() == null) {
      return;
    }
    zone.answer(query, byTcp)
        .ifPresent(
            reply -> {
              byte[] bytes = reply.message().toWire(byTcp ? LARGEST_MESSAGE : udpLimit(query));
              mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
              var unused =
                  later.schedule(
                      () -> send(channel, bytes), reply.delay().toNanos(), TimeUnit.NANOSECONDS);
            });
  }

  private void send(Channel channel, byte[] bytes) {
    open.decrementAndGet();
    try {
      channel.send(bytes);
    } catch (SocketException e) {
      // The client did not wait for a delayed answer: as in life, nobody is told.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int udpLimit(Message query) {
    return query.getOPT() == null ? 512 : Math.max(512, query.getOPT().getPayloadSize());
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private interface Channel {
    void send(byte[] message) throws IOException;
  }

  /**
   * An answer to send.
   *
   * @param delay how long to wait before sending it
   */
  record Reply(Message message, Duration delay) {}
}
