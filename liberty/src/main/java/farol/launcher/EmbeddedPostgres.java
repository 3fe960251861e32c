package farol.launcher;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own: on loopback only, every connection by password, no socket that
 * other local users could reach, durable ({@code fsync}), and started again when it dies.
 *
 * <p>It is a process apart. If the launcher is killed the server lives on; the next start stops it
 * and starts it anew, so that it always runs with the settings of this version.
 */
final class EmbeddedPostgres implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(EmbeddedPostgres.class.getName());
  private static final String SUPERUSER = "postgres";
  private static final String NAME = "farol";
  private static final String PID_FILE = "postmaster.pid";

  private static final Duration LONGEST_BURIAL = Duration.ofSeconds(10);

  private final Path programs;
  private final Path data;
  private final Path log;
  private final Secrets secrets;
  private final List<String> asOrdinaryUser;
  private final int port;
  private @Nullable Repeating watch;

  private EmbeddedPostgres(Path programs, Path data, Path log, Secrets secrets)
      throws StartFailure {
    this.programs = programs;
    this.data = data;
    this.log = log;
    this.secrets = secrets;
    this.asOrdinaryUser = asOrdinaryUser();
    this.port = freePort();
  }

  static EmbeddedPostgres start(DataDirectory directory, Secrets secrets) throws StartFailure {
    Path folder = directory.folder("postgresql");
    EmbeddedPostgres server =
        new EmbeddedPostgres(
            PostgresBinaries.unpackInto(folder),
            folder.resolve(PostgresBinaries.MAJOR),
            directory.folder("logs").resolve("postgresql.log"),
            secrets);
    server.initialise();
    server.stopLeftOver();
    server.configure();
    server.startServer();
    try {
      server.makeDatabase();
    } catch (StartFailure failure) {
      server.close();
      throw failure;
    }
    server.watch =
        Repeating.every(Duration.ofSeconds(1), "postgresql-watch", server::restartIfDead);
    return server;
  }

  Database database() throws StartFailure {
    return database(port, secrets);
  }

  private static Database database(int port, Secrets secrets) throws StartFailure {
    return new Database(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, NAME, secrets.get("database.password"));
  }

  /**
   * The database of a server that another process has started.
   *
   * @throws IOException if none is running
   */
  static Database runningIn(DataDirectory directory) throws IOException, StartFailure {
    OptionalInt running = portOf(directory.file("postgresql").resolve(PostgresBinaries.MAJOR));
    if (running.isEmpty()) {
      throw new IOException("the database of " + directory.file("") + " is not running");
    }
    return database(running.getAsInt(), Secrets.in(directory));
  }

  @Override
  public void close() throws StartFailure {
    if (watch != null) {
      watch.close();
    }
    if (isRunning()) {
      control("stop", "--mode=fast");
    }
  }

  private void initialise() throws StartFailure {
    if (Files.exists(data)) {
      return;
    }
    Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
    Path passwordFile = data.resolveSibling("password.unfinished");
    try {
      if (Files.exists(unfinished)) {
        Command.run(List.of("rm", "-r", unfinished.toString()), Map.of());
      }
      Files.deleteIfExists(passwordFile);
      Files.createFile(
          passwordFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(passwordFile, secrets.get("postgres.password"));
      run(
          "initdb",
          "--pgdata=" + unfinished,
          "--username=" + SUPERUSER,
          "--pwfile=" + passwordFile,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale-provider=builtin",
          "--locale=C.UTF-8",
          "--data-checksums");
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(passwordFile);
    } catch (IOException e) {
      throw new StartFailure("the database in " + data + " can't be made (" + e + ")", e);
    }
  }

  private void stopLeftOver() throws StartFailure {
    if (isRunning()) {
      LOGGER.log(WARNING, "an earlier run left PostgreSQL running; it is started anew");
      control("stop", "--mode=fast");
    }
    awaitBurial();
  }

  /**
   * Waits until the system has fetched the exit code of a server that was killed: up to then
   * PostgreSQL takes it for one that runs, and does not start.
   */
  private void awaitBurial() throws StartFailure {
    long deadline = System.nanoTime() + LONGEST_BURIAL.toNanos();
    try {
      while (isUnburied() && System.nanoTime() < deadline) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("stopped while starting", e);
    }
  }

  private boolean isUnburied() {
    return notedProcess(data).filter(process -> process.info().command().isEmpty()).isPresent();
  }

  private void configure() throws StartFailure {
    try {
      Files.writeString(
          data.resolve("postgresql.conf"),
          """
          # Written by Farol at every start; changes are lost.
          listen_addresses = '127.0.0.1'
          port = %d
          unix_socket_directories = ''
          password_encryption = scram-sha-256
          fsync = on
          synchronous_commit = on
          full_page_writes = on
          wal_compression = on
          max_connections = 100
          shared_buffers = 128MB
          max_wal_size = 2GB
          checkpoint_timeout = 15min
          timezone = UTC
          log_timezone = UTC
          log_line_prefix = '%%m [%%p] '
          """
              .formatted(port));
      Files.writeString(
          data.resolve("pg_hba.conf"),
          "# Written by Farol at every start.\nhost all all 127.0.0.1/32 scram-sha-256\n");
    } catch (IOException e) {
      throw new StartFailure("the database in " + data + " can't be configured (" + e + ")", e);
    }
  }

  private void startServer() throws StartFailure {
    control("start", "--wait", "--timeout=300", "--log=" + log);
  }

  private void makeDatabase() throws StartFailure {
    String password = secrets.get("database.password");
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    try (Connection connection =
            DriverManager.getConnection(url, SUPERUSER, secrets.get("postgres.password"));
        Statement statement = connection.createStatement()) {
      if (isMissing(statement, "select from pg_roles where rolname = '" + NAME + "'")) {
        statement.execute("create role " + NAME + " login password '" + password + "'");
      }
      if (isMissing(statement, "select from pg_database where datname = '" + NAME + "'")) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    } catch (SQLException e) {
      throw new StartFailure("the embedded database can't be prepared: " + e.getMessage(), e);
    }
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return !row.next();
    }
  }

  private void restartIfDead() {
    if (isRunning()) {
      return;
    }
    LOGGER.log(ERROR, () -> "PostgreSQL is not running; starting it again, its log is " + log);
    try {
      startServer();
    } catch (StartFailure failure) {
      LOGGER.log(ERROR, () -> "PostgreSQL did not start: " + failure.getMessage());
    }
  }

  private boolean isRunning() {
    return serverProcess() != null;
  }

  private @Nullable ProcessHandle serverProcess() {
    return serverProcess(data);
  }

  /** The port of the server that runs on a database directory, if one does. */
  static OptionalInt portOf(Path data) throws IOException {
    return serverProcess(data) == null
        ? OptionalInt.empty()
        : OptionalInt.of(
            Integer.parseInt(Files.readAllLines(data.resolve(PID_FILE)).get(3).strip()));
  }

  private static @Nullable ProcessHandle serverProcess(Path data) {
    return notedProcess(data)
        .filter(
            process ->
                process.info().command().filter(name -> name.endsWith("postgres")).isPresent())
        .orElse(null);
  }

  /** One that has ended counts until the system has fetched its exit code, but has no command. */
  private static Optional<ProcessHandle> notedProcess(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve(PID_FILE));
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException noServer) {
      return Optional.empty();
    }
  }

  private void control(String... arguments) throws StartFailure {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(1, "--pgdata=" + data);
    run("pg_ctl", all.toArray(String[]::new));
  }

  private void run(String program, String... arguments) throws StartFailure {
    List<String> command = new ArrayList<>(asOrdinaryUser);
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    Command.run(command, Map.of("TZ", "UTC", "LC_ALL", "C"));
  }

  /**
   * PostgreSQL refuses to run as root, so root runs it in a user namespace of its own, where it is
   * nobody.
   */
  private static List<String> asOrdinaryUser() throws StartFailure {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    try {
      Command.run(List.of("unshare", "--user", "true"), Map.of());
      return List.of("unshare", "--user");
    } catch (StartFailure refused) {
      throw new StartFailure(
          "PostgreSQL can't run as root here ("
              + refused.getMessage()
              + "); run Farol as an ordinary user, or set FAROL_DATABASE_URL",
          refused);
    }
  }

  private static int freePort() throws StartFailure {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartFailure("no free port on loopback for PostgreSQL (" + e + ")", e);
    }
  }
}
