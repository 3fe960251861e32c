package farol.launcher;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.monitored.CollectorToken;
import farol.domain.monitored.Seals;
import farol.domain.monitored.TokenHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an upgrade makes of the tokens of a version that kept them as they are. */
class SealedTokensIT {
  private static final String BEFORE_SEALING = "8";

  private static final List<CollectorToken> TOKENS =
      IntStream.range(0, 300)
          .mapToObj("abcdefghijklmnopqrstuvwxyz-_-%03d"::formatted)
          .map(CollectorToken::new)
          .toList();

  @TempDir Path folder;

  private DataDirectory data;
  private EmbeddedPostgres server;
  private Database database;

  @BeforeEach
  void storePlainTokens() throws Exception {
    data = DataDirectory.open(folder.resolve("data"));
    server = EmbeddedPostgres.start(data, Secrets.in(data));
    database = server.database();
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:farol/migrations")
        .target(BEFORE_SEALING)
        .load()
        .migrate();
    run("insert into account (id, founder, created_at) values (1, 'ann', now())");
    run(
        """
        insert into monitored_domain (id, account_id, slot, name, state, demo, verification_token, created_at,
          next_check_at)
        values (1, 1, 1, 'example.com', 'VERIFIED', false, 'token', now(), now())
        """);
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into collector (domain_id, token, token_hash, created_at) values (1, ?, ?, now())")) {
      for (CollectorToken token : TOKENS) {
        insert.setString(1, token.value());
        insert.setBytes(2, token.hash().bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    data.close();
  }

  @Test
  void leavesEveryTokenSealedAndNoneInTheFilesOfTheTable() throws Exception {
    Migrations.run(database);
    SealedTokens.prepare(database, Seals.SEAL);

    assertThat(number("select count(*) from collector where token is not null")).isZero();
    assertThat(opened()).containsExactlyElementsOf(TOKENS);
    server.close(); // which writes all that is in memory
    assertThat(filesOfTablesWith("abcdefghijklmnopqrstuvwxyz-_-")).isEmpty();
  }

  @Test
  void leavesNoneInStatistics() throws Exception {
    run("analyze collector");
    Database superuser =
        new Database(database.url(), "postgres", Secrets.in(data).get("postgres.password"));
    String known = "select count(*) from pg_statistic s where s::text like '%abcdefghijklm%'";
    assertThat(number(superuser, known)).isPositive();

    Migrations.run(database);
    SealedTokens.prepare(database, Seals.SEAL);

    assertThat(number(superuser, known)).isZero();
  }

  @Test
  void sealsNothingOnceAllIsSealed() throws Exception {
    Migrations.run(database);
    SealedTokens.prepare(database, Seals.SEAL);
    String all = "select md5(string_agg(token_sealed::text, '' order by id)) from collector";
    String before = text(all);

    SealedTokens.prepare(database, Seals.SEAL);

    assertThat(text(all)).isEqualTo(before);
  }

  @Test
  void leavesAllPlainWhereItFailsHalfwayAndSealsAllTheNextTime() throws Exception {
    Migrations.run(database);
    run("alter table collector add constraint no_more check (id < 200 or token_sealed is null)");
    assertThatThrownBy(() -> SealedTokens.prepare(database, Seals.SEAL))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("can't be sealed")
        .hasMessageNotContaining("abcdefghijklmnopqrstuvwxyz");
    assertThat(number("select count(*) from collector where token_sealed is not null")).isZero();

    run("alter table collector drop constraint no_more");
    SealedTokens.prepare(database, Seals.SEAL);

    assertThat(opened()).containsExactlyElementsOf(TOKENS);
  }

  @Test
  void nodesThatStartAtOnceWaitForEachOther() throws Exception {
    Migrations.run(database);
    List<CompletableFuture<Void>> nodes =
        IntStream.range(0, 4).mapToObj(node -> CompletableFuture.runAsync(this::prepare)).toList();

    nodes.forEach(CompletableFuture::join);

    assertThat(opened()).containsExactlyElementsOf(TOKENS);
  }

  @Test
  void nodeWithAnotherKeyIsRefusedAlsoBeforeThereIsAnyToken() throws Exception {
    run("delete from collector");
    Migrations.run(database);
    SealedTokens.prepare(database, Seals.SEAL);

    assertThatThrownBy(() -> SealedTokens.prepare(database, Seals.withKeyOf(2)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("another key");
  }

  /** As the operators' guide says for a key that is lost. */
  @Test
  void tokensThatAnOperatorKnowsAreSealedWithANewKey() throws Exception {
    Migrations.run(database);
    SealedTokens.prepare(database, Seals.withKeyOf(2));
    for (CollectorToken token : TOKENS) {
      run(
          "update collector set token = '%1$s', token_sealed = null where token_hash = sha256('%1$s')"
              .formatted(token.value()));
    }
    run("delete from seal_key");

    SealedTokens.prepare(database, Seals.SEAL);

    assertThat(opened()).containsExactlyElementsOf(TOKENS);
  }

  @Test
  void tokenThatIsNotTheOneOfItsHashIsRefused() throws Exception {
    Migrations.run(database);
    run("update collector set token = '%s' where id = 7".formatted("x".repeat(32)));

    assertThatThrownBy(() -> SealedTokens.prepare(database, Seals.SEAL))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("collector 7")
        .hasMessageNotContaining("xxx");
    assertThat(number("select count(*) from collector where token_sealed is not null")).isZero();
  }

  private void prepare() {
    try {
      SealedTokens.prepare(database, Seals.SEAL);
    } catch (StartFailure failure) {
      throw new AssertionError(failure);
    }
  }

  private List<CollectorToken> opened() throws SQLException {
    List<CollectorToken> tokens = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select token_sealed, token_hash from collector order by id")) {
      while (row.next()) {
        tokens.add(Seals.SEAL.open(row.getBytes(1), TokenHash.of(row.getBytes(2))));
      }
    }
    return tokens;
  }

  private List<Path> filesOfTablesWith(String text) throws IOException {
    try (Stream<Path> files =
        Files.find(
            data.file("postgresql/" + PostgresBinaries.MAJOR + "/base"),
            2,
            (path, type) -> type.isRegularFile())) {
      return files.filter(file -> contains(file, text)).toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file, ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void run(String command) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private long number(String query) throws SQLException {
    return number(database, query);
  }

  private static long number(Database database, String query) throws SQLException {
    return Long.parseLong(Queries.text(database, query));
  }

  private String text(String query) throws SQLException {
    return Queries.text(database, query);
  }
}
