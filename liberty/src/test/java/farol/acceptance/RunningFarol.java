package farol.acceptance;

import farol.dns.TestDnsServer;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The distribution, started by its own command on free ports of loopback, with a DNS server of its
 * own. It ends with this process at the latest.
 */
public final class RunningFarol implements AutoCloseable {
  /** Of the user {@code admin}. */
  public static final String PASSWORD = "acceptance-1234";

  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final String POSTGRES_PID = "postmaster.pid"; // its fourth line is the port
  private static final Path HOME = Path.of(System.getProperty("farol.home"));

  private static @Nullable RunningFarol shared;

  private final TestDnsServer dns;
  private final Path data;
  private final Map<String, String> settings;
  private Path home = HOME;
  private Process launcher;

  private RunningFarol(TestDnsServer dns, Path data, Map<String, String> settings)
      throws IOException {
    this.dns = dns;
    this.data = data;
    this.settings = settings;
    this.launcher = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-farol"));
  }

  /** The one that most tests share, because a start takes a while. */
  public static synchronized RunningFarol shared() throws IOException, InterruptedException {
    if (shared == null) {
      shared = start(Map.of());
    }
    return shared;
  }

  /**
   * A new one on an empty data directory, ready for requests.
   *
   * @param more settings beside those for ports, data, DNS and password
   */
  public static RunningFarol start(Map<String, String> more)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "farol-data-");
    TestDnsServer dns = TestDnsServer.start();
    int publicPort = freePort();
    Map<String, String> settings = new HashMap<>(more);
    settings.put("FAROL_DATA_DIR", data.toString());
    settings.put("FAROL_BIND", "127.0.0.1");
    settings.put("FAROL_PUBLIC_PORT", String.valueOf(publicPort));
    settings.put("FAROL_INTRANET_PORT", String.valueOf(freePort()));
    settings.put("FAROL_PUBLIC_URL", "https://127.0.0.1:" + publicPort);
    settings.put("FAROL_DNS_SERVERS", dns.setting());
    settings.put("FAROL_ADMIN_PASSWORD", PASSWORD);
    RunningFarol farol = new RunningFarol(dns, data, settings);
    farol.awaitReady();
    return farol;
  }

  public TestDnsServer dns() {
    return dns;
  }

  /** The API and the portal. */
  public String intranet() {
    return "https://127.0.0.1:" + settings.get("FAROL_INTRANET_PORT");
  }

  /** The listener for reports. */
  public String internet() {
    return "https://127.0.0.1:" + settings.get("FAROL_PUBLIC_PORT");
  }

  /** A connection to its embedded database, by the password that it made for itself. */
  Connection database() throws IOException, SQLException {
    Properties secrets = new Properties();
    try (Reader file = Files.newBufferedReader(data.resolve("secrets.properties"))) {
      secrets.load(file);
    }
    String port;
    try (Stream<Path> files =
        Files.find(data.resolve("postgresql"), 2, (path, type) -> path.endsWith(POSTGRES_PID))) {
      port = Files.readAllLines(files.findFirst().orElseThrow()).get(3).strip();
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/farol",
        "farol",
        secrets.getProperty("database.password"));
  }

  /**
   * Kills the server without a word, as a crash does, and waits until its launcher has ended too.
   */
  void killServer() throws InterruptedException {
    launcher
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("ws-server.jar"))
        .forEach(ProcessHandle::destroyForcibly);
    if (!launcher.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("the launcher outlived its server");
    }
  }

  /** Starts it again on the same data directory and ports. */
  void restart() throws IOException, InterruptedException {
    launcher = launch();
    awaitReady();
  }

  /** As {@link #restart}, from an installation in another folder, as after an upgrade. */
  void restartElsewhere() throws IOException, InterruptedException {
    home = Files.createSymbolicLink(data.resolve("installation"), HOME);
    restart();
  }

  @Override
  public synchronized void close() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
      dns.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/farol").toString(), "run")
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    builder.environment().putAll(settings);
    return builder.start();
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (!Files.readString(log()).contains("Farol is running.")) {
      if (!launcher.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("Farol did not start:\n" + Files.readString(log()));
      }
      Thread.sleep(200);
    }
  }

  private Path log() {
    return data.resolve("launcher.log");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
