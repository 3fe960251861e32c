package farol.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that a test brings, stops and starts again on the same port: what an operator
 * names by {@code FAROL_DATABASE_URL}. Nothing starts it again but the test.
 */
public final class ExternalPostgres implements AutoCloseable {
  private final Path folder;
  private final Database database;
  private final String superuserPassword;

  private ExternalPostgres(Path folder, Database database, String superuserPassword) {
    this.folder = folder;
    this.database = database;
    this.superuserPassword = superuserPassword;
  }

  /** Makes one in an empty folder and starts it. */
  public static ExternalPostgres start(Path folder) throws StartFailure, IOException {
    try (DataDirectory data = DataDirectory.open(folder)) {
      Secrets secrets = Secrets.in(data);
      Database database;
      try (EmbeddedPostgres made = EmbeddedPostgres.start(data, secrets)) {
        database = made.database();
      }
      ExternalPostgres server =
          new ExternalPostgres(folder, database, secrets.get("postgres.password"));
      server.start();
      return server;
    }
  }

  /** The settings by which Farol uses it. */
  public Map<String, String> settings() {
    return Map.of(
        "FAROL_DATABASE_URL", database.url(),
        "FAROL_DATABASE_USER", database.user(),
        "FAROL_DATABASE_PASSWORD", database.password());
  }

  public Connection connect() throws SQLException {
    return database.connect();
  }

  /** A connection that may read everything. */
  public Connection connectAsSuperuser() throws SQLException {
    return DriverManager.getConnection(database.url(), "postgres", superuserPassword);
  }

  /** All that it keeps on disk. */
  public Path folder() {
    return folder;
  }

  /** Has it running, however it was; returns once it takes connections. */
  public void start() throws StartFailure, IOException {
    if (isRunning()) {
      signal("-CONT");
    } else {
      control("start", "--wait", "--log=" + folder.resolve("postgresql.log"));
    }
  }

  /** Ends it as an operator does: whoever is connected is told. */
  public void stop() throws StartFailure, IOException {
    control("stop", "--mode=fast");
  }

  /** Has it do nothing until it is started, without a word to anybody: connections stay open. */
  public void hang() throws StartFailure, IOException {
    signal("-STOP");
  }

  @Override
  public void close() throws StartFailure, IOException {
    if (isRunning()) {
      signal("-CONT");
      control("stop", "--mode=immediate");
    }
  }

  private boolean isRunning() {
    return Postmaster.in(cluster()).isNoted();
  }

  private void signal(String signal) throws StartFailure, IOException {
    for (ProcessHandle process : Postmaster.in(cluster()).processes()) {
      try {
        Command.run(List.of("kill", signal, String.valueOf(process.pid())), Map.of());
      } catch (StartFailure failure) {
        if (process.isAlive()) { // a backend may have ended since it was listed
          throw failure;
        }
      }
    }
  }

  private void control(String... arguments) throws StartFailure, IOException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(program("pg_ctl").toString());
    command.addAll(List.of(arguments));
    command.add("--pgdata=" + cluster());
    Command.run(command, Map.of("TZ", "UTC", "LC_ALL", "C"));
  }

  private Path cluster() {
    return folder.resolve("postgresql").resolve(PostgresBinaries.MAJOR);
  }

  private Path program(String name) throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("postgresql"))) {
      return folders
          .map(each -> each.resolve("bin").resolve(name))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow();
    }
  }
}
