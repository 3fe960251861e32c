package farol.acceptance;

import static java.lang.System.Logger.Level.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import whose server is killed in its midst, and killed again, goes on by itself: each report
 * is there once, and the counts are those of an import that nobody disturbed.
 */
class ImportCrashIT {
  private static final System.Logger LOGGER = System.getLogger(ImportCrashIT.class.getName());
  private static final int REPORTS = 100_000;
  private static final int KILLS = 2;

  @TempDir static Path folder;
  private static RunningFarol farol;
  private static Client client;
  private static TestDomain domain;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of());
    client = new Client(farol);
    domain = new TestDomain(farol, "example.com").add().prove();
  }

  @AfterAll
  static void stop() {
    farol.close();
  }

  @Test
  void everyReportOfAZipFileAndOfAMailboxIsThereOnce() throws Exception {
    Path zip = ReportFiles.zip(folder.resolve("old.zip"), new ReportMix("zip", 1), REPORTS);
    Path mbox = ReportFiles.mbox(folder.resolve("old.mbox"), new ReportMix("mbox", 2), REPORTS);

    importWithKills(zip);
    importWithKills(mbox);

    assertThat(number("select count(distinct report_id) from report")).isEqualTo(2 * REPORTS);
    IndependentTotals expected = new IndependentTotals();
    addTo(expected, new ReportMix("zip", 1));
    addTo(expected, new ReportMix("mbox", 2));
    domain.rollUp();
    expected.assertSaidBy(domain.get("/summary?from=2026-08-01&to=2026-12-31"));
  }

  private static void importWithKills(Path file) throws Exception {
    String place =
        "/api/v1/imports/"
            + client
                .postFile("/api/v1/imports?name=" + file.getFileName(), file)
                .body()
                .path("id")
                .asText();
    for (int kill = 1; kill <= KILLS; kill++) {
      long atLeast = (long) kill * REPORTS / (KILLS + 1);
      long items = Client.await(() -> items(place), done -> done >= atLeast);
      assertThat(items).as("in its midst").isLessThan(REPORTS);
      farol.killServer();
      farol.restart();
      assertThat(items(place)).as("goes on behind").isGreaterThanOrEqualTo(items);
    }

    JsonNode done =
        Client.await(() -> client.get(place).body(), state -> state.hasNonNull("endedAt"));

    LOGGER.log(INFO, () -> "imported " + done);
    assertThat(done.path("state").asText()).isEqualTo("done");
    assertThat(done.path("items").asInt()).isEqualTo(REPORTS);
    assertThat(done.path("stored").asInt()).isEqualTo(REPORTS);
    assertThat(done.path("duplicate").asInt()).isZero();
    assertThat(number("select count(*) from report where import_id = " + done.path("id").asLong()))
        .isEqualTo(REPORTS);
  }

  private static long items(String place) throws IOException, InterruptedException {
    return client.get(place).body().path("items").asLong();
  }

  private static void addTo(IndependentTotals totals, ReportMix mix) {
    for (int i = 0; i < REPORTS; i++) {
      totals.add(mix.next());
    }
  }

  private static long number(String query) throws IOException, SQLException {
    try (Connection database = farol.database();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
