package farol.acceptance;

import farol.dns.TestDnsServer;
import farol.launcher.Launch;
import farol.launcher.Ports;
import farol.launcher.Postmaster;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The distribution, started by its own command on free ports of loopback, with a DNS server of its
 * own. It ends with this process at the latest.
 */
public final class RunningFarol implements AutoCloseable {
  /** Of the user {@code admin}. */
  public static final String PASSWORD = "acceptance-1234";

  /** For a load from one address, which would else be refused as a flood. */
  public static final Map<String, String> WITHOUT_RATES =
      Stream.of("ADDRESS_MINUTE", "NETWORK_MINUTE", "NETWORK_DAY", "TOKEN_MINUTE", "TOKEN_DAY")
          .collect(Collectors.toMap(rate -> "FAROL_LIMIT_RATE_" + rate, rate -> "100000000"));

  private static @Nullable RunningFarol shared;
  private static @Nullable Path dropFolder;

  private final TestDnsServer dns;
  private final Path data;
  private final Map<String, String> settings;
  private Launch launch;

  private RunningFarol(TestDnsServer dns, Path data, Map<String, String> settings)
      throws IOException {
    this.dns = dns;
    this.data = data;
    this.settings = settings;
    this.launch = Launch.start(Launch.HOME, settings);
  }

  /** The one that most tests share, because a start takes a while. */
  public static synchronized RunningFarol shared() throws IOException, InterruptedException {
    if (shared == null) {
      shared = start(Map.of("FAROL_MAILBOXES", mailboxes().toString()));
    }
    return shared;
  }

  /** One that mails can be put into, and one that is away. */
  private static Path mailboxes() throws IOException {
    Path folder = newFolder();
    dropFolder = Files.createDirectory(folder.resolve("drop"));
    Files.writeString(folder.resolve("password"), "not used");
    return Files.writeString(
        folder.resolve("mailboxes.properties"),
        """
        dropped.url = drop:%s
        away.url = imaps://reports%%40example.com@127.0.0.1:%d/INBOX
        away.password-file = password
        """
            .formatted(dropFolder, Ports.free()));
  }

  /** Where the shared one looks for mails in files. */
  public static synchronized Path dropFolder() {
    return Optional.ofNullable(dropFolder).orElseThrow();
  }

  /**
   * A new one on an empty data directory, ready for requests.
   *
   * @param more settings beside those for ports, data, DNS and password
   */
  public static RunningFarol start(Map<String, String> more)
      throws IOException, InterruptedException {
    return start(newFolder(), more);
  }

  /**
   * A new one for people whom others know, ready for requests.
   *
   * @param method as in {@code FAROL_SIGN_IN}
   * @param files of the folder for its configuration, by their names
   */
  public static RunningFarol startWithSignIn(
      String method, Map<String, byte[]> files, Map<String, String> more)
      throws IOException, InterruptedException {
    Path data = newFolder();
    Path folder = Files.createDirectories(data.resolve("sign-in"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    Map<String, String> settings = new HashMap<>(more);
    settings.put("FAROL_SIGN_IN", method);
    return start(data, settings);
  }

  /** One on what a backup holds, ready for requests. */
  static RunningFarol restore(Path backup, Map<String, String> more)
      throws IOException, InterruptedException {
    Path data = newFolder();
    Launch.Ended ended =
        Launch.start(
                Launch.HOME,
                Map.of("FAROL_DATA_DIR", data.toString()),
                "restore",
                backup.toString())
            .awaitEnd();
    if (ended.exitCode() != 0) {
      throw new AssertionError("restore ended with " + ended);
    }
    return start(data, more);
  }

  private static Path newFolder() throws IOException {
    return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "farol-data-");
  }

  private static RunningFarol start(Path data, Map<String, String> more)
      throws IOException, InterruptedException {
    TestDnsServer dns = TestDnsServer.start();
    int publicPort = Ports.free();
    Map<String, String> settings = new HashMap<>(more);
    settings.put("FAROL_DATA_DIR", data.toString());
    settings.put("FAROL_BIND", "127.0.0.1");
    settings.put("FAROL_PUBLIC_PORT", String.valueOf(publicPort));
    settings.putIfAbsent("FAROL_INTRANET_PORT", String.valueOf(Ports.free()));
    settings.put("FAROL_PUBLIC_URL", "https://127.0.0.1:" + publicPort);
    settings.putIfAbsent("FAROL_DNS_SERVERS", dns.setting());
    settings.putIfAbsent("FAROL_DNSSEC", "off"); // its zone is not signed from the root down
    settings.put("FAROL_ADMIN_PASSWORD", PASSWORD);
    settings.put("FAROL_TRUSTED_PROXIES", "127.0.0.1"); // so that one machine can be many senders
    RunningFarol farol = new RunningFarol(dns, data, settings);
    farol.launch.awaitRunning();
    return farol;
  }

  /** Another command on the same data directory while it runs. */
  Launch.Ended command(String... words) throws IOException, InterruptedException {
    return Launch.start(Launch.HOME, settings, words).awaitEnd();
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

  /** What it keeps on disk. */
  Path data() {
    return data;
  }

  /** What its server has said since it was started. */
  String log() throws IOException {
    return Files.readString(data.resolve("logs/messages.log"));
  }

  /** A connection to its embedded database, by the password that it made for itself. */
  public Connection database() throws IOException, SQLException {
    Map<String, String> address = databaseAddress();
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%s/%s"
            .formatted(address.get("PGHOST"), address.get("PGPORT"), address.get("PGDATABASE")),
        address.get("PGUSER"),
        address.get("PGPASSWORD"));
  }

  /** One of the secrets that it made for itself. */
  public String secret(String name) throws IOException {
    Properties secrets = new Properties();
    try (Reader file = Files.newBufferedReader(data.resolve("secrets.properties"))) {
      secrets.load(file);
    }
    return secrets.getProperty(name);
  }

  /** Where its embedded database is, in the environment variables of PostgreSQL's own programs. */
  public Map<String, String> databaseAddress() throws IOException {
    return Map.of(
        "PGHOST",
        "127.0.0.1",
        "PGPORT",
        String.valueOf(Postmaster.embeddedIn(data).port()),
        "PGDATABASE",
        "farol",
        "PGUSER",
        "farol",
        "PGPASSWORD",
        secret("database.password"));
  }

  /**
   * Kills the server without a word, as a crash does, and waits until its launcher has ended too.
   */
  void killServer() throws InterruptedException {
    launch.killServer();
    var unused = launch.awaitEnd();
  }

  /** Kills its embedded database likewise; its launcher starts that again. */
  void killDatabase() throws IOException {
    Postmaster.embeddedIn(data).kill();
  }

  /** Waits until its embedded database takes connections. */
  void awaitDatabase() throws IOException, InterruptedException {
    Client.await(this::databaseAnswers, answers -> answers);
  }

  private boolean databaseAnswers() {
    try (Connection connection = database()) {
      return connection.isValid(1);
    } catch (IOException | SQLException notYet) {
      return false;
    }
  }

  /** The files of the reports that wait for its database. */
  List<Path> spooled() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("spool"))) {
      return files.filter(file -> file.toString().endsWith(".report")).toList();
    }
  }

  /** Has the server write what each of its threads does into its log. */
  void dumpThreads() throws IOException, InterruptedException {
    launch.dumpThreads();
  }

  /** Holds its server where it is, so that it takes nothing of the processor. */
  public void pause() throws IOException, InterruptedException {
    launch.pauseServer();
  }

  /** Has its server go on. */
  public void resume() throws IOException, InterruptedException {
    launch.resumeServer();
  }

  /** The process of its server. */
  public long serverPid() {
    return launch.serverPid();
  }

  /** The file that its command prints to. */
  Path printed() {
    return launch.printed();
  }

  /** Starts it again on the same data directory and ports. */
  void restart() throws IOException, InterruptedException {
    restart(Launch.HOME);
  }

  /** Stops it in order and starts it with other settings. */
  public void restart(Map<String, String> changes) throws IOException, InterruptedException {
    launch.close();
    settings.putAll(changes);
    restart();
  }

  /** As {@link #restart}, from an installation in another folder, as after an upgrade. */
  void restartElsewhere() throws IOException, InterruptedException {
    restart(Files.createSymbolicLink(data.resolve("installation"), Launch.HOME));
  }

  private void restart(Path home) throws IOException, InterruptedException {
    launch = Launch.start(home, settings);
    launch.awaitRunning();
  }

  @Override
  public synchronized void close() {
    launch.close();
    try {
      dns.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it and deletes all that it kept. */
  public void remove() throws IOException {
    close();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
