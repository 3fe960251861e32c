package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server that an installation without a database of its own starts. */
class EmbeddedPostgresIT {
  private static final Duration LONGEST_RESTART = Duration.ofSeconds(5);

  @TempDir static Path folder;

  private static DataDirectory data;
  private static Secrets secrets;
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    data = DataDirectory.open(folder.resolve("data"));
    secrets = Secrets.in(data);
    server = EmbeddedPostgres.start(data, secrets);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    data.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "listen_addresses, 127.0.0.1",
    "unix_socket_directories, ''",
    "password_encryption, scram-sha-256",
    "server_encoding, UTF8"
  })
  void isDurableAndForThisMachineAlone(String setting, String value) throws Exception {
    assertThat(Queries.text(superuser(), "show " + setting)).isEqualTo(value);
  }

  @Test
  void passesTheCheckThatADatabaseMustPass() throws Exception {
    Database database = server.database();

    assertThatCode(database::check).doesNotThrowAnyException();
  }

  @Test
  void isRefusedOnceItWouldLoseReports() throws Exception {
    run(superuser(), "alter role farol set synchronous_commit = off");
    try {
      assertThatThrownBy(server.database()::check)
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("synchronous_commit must not be off");
    } finally {
      run(superuser(), "alter role farol reset synchronous_commit");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws Exception {
    Database database = server.database();

    assertThatThrownBy(() -> new Database(database.url(), database.user(), "wrong").connect())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> new Database(database.url(), "postgres", "").connect())
        .isInstanceOf(SQLException.class);
  }

  @Test
  void saysThatADatabaseCanNotBeReachedWithoutItsPassword() throws Exception {
    Database wrong = new Database(server.database().url(), "farol", "s3cret");

    assertThatThrownBy(wrong::check)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("can't be reached")
        .hasMessageNotContaining("s3cret")
        .hasMessageNotContaining("\n");
  }

  @Test
  void isOwnedByAUserWithoutPowerOverTheServer() throws Exception {
    assertThat(
            Queries.text(server.database(), "select rolsuper from pg_roles where rolname = user"))
        .isEqualTo("f");
  }

  @Test
  void isStartedAgainWithinFiveSecondsWhenItDies() throws Exception {
    Database database = server.database();
    run(database, "create table kept (id int)");
    run(database, "insert into kept values (1)");
    long postmaster = postmaster();

    ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
    long died = System.nanoTime();
    await(() -> postmaster() != postmaster && canConnect(database));

    assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(LONGEST_RESTART);
    assertThat(Queries.text(database, "select count(*) from kept")).isEqualTo("1");
  }

  @Test
  void takesOverAServerThatAKilledLauncherLeft(@TempDir Path other) throws Exception {
    Path root = other.resolve("data");
    Database leftOver;
    try (OtherProcess launcher = OtherProcess.run(RunPostgres.class, root)) {
      launcher.kill();
      leftOver =
          new Database(
              launcher.announced(), "farol", passwordIn(root.resolve("secrets.properties")));
    }
    assertThat(canConnect(leftOver)).isTrue();

    try (DataDirectory again = DataDirectory.open(root);
        EmbeddedPostgres next = EmbeddedPostgres.start(again, Secrets.in(again))) {
      assertThat(Queries.text(next.database(), "select count(*) from kept")).isEqualTo("1");
      assertThat(canConnect(leftOver)).isFalse();
    }
    assertThat(root.resolve("postgresql/18/postmaster.pid")).doesNotExist();
  }

  @Test
  void startsWhereOneWasKilledAMomentAgo(@TempDir Path other) throws Exception {
    Path root = other.resolve("data");
    try (OtherProcess launcher = OtherProcess.run(RunPostgres.class, root)) {
      launcher.kill();
    }
    Postmaster.embeddedIn(root).kill();

    try (DataDirectory again = DataDirectory.open(root);
        EmbeddedPostgres next = EmbeddedPostgres.start(again, Secrets.in(again))) {
      assertThat(Queries.text(next.database(), "select count(*) from kept")).isEqualTo("1");
    }
  }

  @Test
  void startsAfterAFirstStartThatWasKilledHalfway(@TempDir Path other) throws Exception {
    Path postgresql = other.resolve("data/postgresql");
    Files.createDirectories(postgresql.resolve("18.unfinished/base"));
    Files.createDirectories(postgresql.resolve("programs-18.6.0.unfinished/bin"));
    Files.writeString(postgresql.resolve("password.unfinished"), "old");

    try (DataDirectory next = DataDirectory.open(other.resolve("data"));
        EmbeddedPostgres started = EmbeddedPostgres.start(next, Secrets.in(next))) {
      assertThat(Queries.text(started.database(), "show server_version")).startsWith("18.");
      try (Stream<Path> left = Files.list(postgresql)) {
        assertThat(left.map(path -> path.getFileName().toString()))
            .containsExactlyInAnyOrder("18", "programs-18.6.0");
      }
    }
  }

  /** The server's process; 0 while there is none. */
  private static long postmaster() {
    try {
      return Long.parseLong(
          Files.readAllLines(data.file("postgresql/18/postmaster.pid")).get(0).strip());
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException none) {
      return 0;
    }
  }

  private static boolean canConnect(Database database) {
    try (Connection connection = database.connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static void run(Database database, String command) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static Database superuser() throws StartFailure {
    return new Database(server.database().url(), "postgres", secrets.get("postgres.password"));
  }

  private static String passwordIn(Path secrets) throws IOException {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(secrets)) {
      values.load(reader);
    }
    return values.getProperty("database.password");
  }

  private static void await(BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("nothing happened");
      }
      Thread.sleep(20);
    }
  }

  /** A launcher that starts the server, stores a row and waits to be killed. */
  static final class RunPostgres {
    private RunPostgres() {}

    public static void main(String[] arguments) throws Exception {
      try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
          EmbeddedPostgres server = EmbeddedPostgres.start(data, Secrets.in(data))) {
        EmbeddedPostgresIT.run(server.database(), "create table kept (id int)");
        EmbeddedPostgresIT.run(server.database(), "insert into kept values (1)");
        OtherProcess.announceAndWait(server.database().url());
      }
    }
  }
}
