package farol.acceptance;

import farol.dns.TestDnsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The distribution, started by its own command on free ports of loopback. One for all tests of a
 * run, because a start takes a while; it ends with the test process.
 */
final class RunningFarol {
  static final String PASSWORD = "acceptance-1234";

  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final Path HOME = Path.of(System.getProperty("farol.home"));

  private static @Nullable RunningFarol shared;

  private final TestDnsServer dns;
  private final int publicPort;
  private final int intranetPort;
  private final Path data;
  private final Process process;

  private RunningFarol(TestDnsServer dns, Path data) throws IOException {
    this.dns = dns;
    this.data = data;
    this.publicPort = freePort();
    this.intranetPort = freePort();
    this.process = launch();
  }

  /** The one that is running, or a new one on an empty data directory. */
  static synchronized RunningFarol shared() throws IOException, InterruptedException {
    if (shared == null) {
      Path data = Files.createTempDirectory(Path.of("target"), "acceptance-data-");
      RunningFarol started = new RunningFarol(TestDnsServer.start(), data);
      Runtime.getRuntime().addShutdownHook(new Thread(started::stop, "stop-farol"));
      started.awaitReady();
      shared = started;
    }
    return shared;
  }

  TestDnsServer dns() {
    return dns;
  }

  /** The API and the portal. */
  String intranet() {
    return "https://127.0.0.1:" + intranetPort;
  }

  /** The listener for reports. */
  String internet() {
    return "https://127.0.0.1:" + publicPort;
  }

  private Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(HOME.resolve("bin/farol").toString(), "run")
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("launcher.log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "FAROL_DATA_DIR", data.toString(),
                "FAROL_BIND", "127.0.0.1",
                "FAROL_PUBLIC_PORT", String.valueOf(publicPort),
                "FAROL_INTRANET_PORT", String.valueOf(intranetPort),
                "FAROL_PUBLIC_URL", internet(),
                "FAROL_DNS_SERVERS", dns.setting(),
                "FAROL_ADMIN_PASSWORD", PASSWORD));
    return builder.start();
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    Path log = data.resolve("launcher.log");
    while (!Files.readString(log).contains("Farol is running.")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("Farol did not start:\n" + Files.readString(log));
      }
      Thread.sleep(200);
    }
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      dns.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
