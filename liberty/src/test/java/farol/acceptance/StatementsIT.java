package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import farol.launcher.ExternalPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How often pages ask the database, as the database itself tells it. They are opened by {@code
 * admin}, for whom the server need not ask who that is.
 */
class StatementsIT {
  private static final int DAYS = 5;
  private static final int MANY = 60;

  /** So often is a page opened, since a timer or a job may ask for something meanwhile. */
  private static final int TRIES = 4;

  private static ExternalPostgres postgres;
  private static RunningFarol farol;
  private static Map<String, List<String>> ofOneDomain;
  private static Map<String, List<String>> ofMany;

  @BeforeAll
  static void openAllPages() throws Exception {
    postgres =
        ExternalPostgres.start(
            Files.createTempDirectory(Path.of("target").toAbsolutePath(), "farol-statements-"));
    Map<String, String> settings = new LinkedHashMap<>(postgres.settings());
    settings.put("FAROL_DOMAIN_LIMIT", String.valueOf(MANY));
    farol = RunningFarol.start(settings);
    PortalVisitor visitor = new PortalVisitor(farol).signIn("admin", RunningFarol.PASSWORD);
    StatementLog log = StatementLog.of(postgres);
    ofOneDomain = statements(1, visitor, log);
    ofMany = statements(MANY, visitor, log);
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      if (farol != null) {
        farol.close();
      }
    } finally {
      if (postgres != null) {
        postgres.close();
      }
    }
  }

  @Test
  void pageAsksNoMoreOftenForManyDomainsThanForOne() {
    SoftAssertions all = new SoftAssertions();
    ofOneDomain.forEach(
        (page, statements) ->
            all.assertThat(ofMany.get(page)).as(page).hasSizeLessThanOrEqualTo(statements.size()));
    all.assertAll();
  }

  @Test
  void pageAsksNoMoreOftenThanTheTableSays() {
    SoftAssertions all = new SoftAssertions();
    table()
        .forEach(
            (page, most) ->
                all.assertThat(ofMany.get(page))
                    .as(page)
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(most));
    all.assertAll();
  }

  @Test
  void pageAsksForNothingTwice() {
    SoftAssertions all = new SoftAssertions();
    ofMany.forEach(
        (page, statements) -> all.assertThat(statements).as(page).doesNotHaveDuplicates());
    all.assertAll();
  }

  /** All that the pages of an account with so many domains ask for. */
  private static Map<String, List<String>> statements(
      int domains, PortalVisitor visitor, StatementLog log) throws Exception {
    ManyReports.add(farol, postgres.connect(), domains, DAYS);
    assertThat(new Client(farol).runJob("report-rollup")).isEqualTo("COMPLETED");
    Map<String, List<String>> statements = new LinkedHashMap<>();
    for (String page : table().keySet()) {
      statements.put(page, fewest(page, visitor, log));
    }
    return statements;
  }

  private static List<String> fewest(String page, PortalVisitor visitor, StatementLog log)
      throws IOException, InterruptedException {
    List<String> fewest = Collections.nCopies(Short.MAX_VALUE, "");
    for (int attempt = 0; attempt < TRIES; attempt++) {
      long start = log.end();
      visitor.open(page);
      List<String> statements = log.since(start);
      fewest = statements.size() < fewest.size() ? statements : fewest;
    }
    return fewest;
  }

  private static Map<String, Integer> table() {
    try (InputStream table = StatementsIT.class.getResourceAsStream("statements.txt")) {
      Map<String, Integer> most = new LinkedHashMap<>();
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", -1))
          .forEach(cells -> most.put(cells[0], Integer.valueOf(cells[1])));
      return most;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
