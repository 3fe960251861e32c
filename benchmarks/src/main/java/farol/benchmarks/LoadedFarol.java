package farol.benchmarks;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The packaged server with one domain, of whose reports none is refused for coming too often. */
final class LoadedFarol implements AutoCloseable {
  /** The status of a report that was taken. */
  static final int STORED = 201;

  private final RunningFarol farol;
  private final Client client;
  private final URI collector;

  private LoadedFarol(RunningFarol farol) throws IOException, InterruptedException {
    this.farol = farol;
    this.client = new Client(farol);
    this.collector =
        URI.create(
            client
                .post("/api/v1/domains", "{\"name\":\"example.com\"}")
                .body()
                .path("collector")
                .path("url")
                .asText());
  }

  static LoadedFarol start(Map<String, String> more) throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>(RunningFarol.WITHOUT_RATES);
    settings.put("FAROL_LIMIT_BODIES_OF_ADDRESS", "1000");
    settings.putAll(more);
    return new LoadedFarol(RunningFarol.start(settings));
  }

  /** Where its domain's reports are posted. */
  URI collector() {
    return collector;
  }

  /** Its API. */
  Client client() {
    return client;
  }

  /** Its embedded database, in the environment variables of PostgreSQL's own programs. */
  Map<String, String> databaseAddress() throws IOException {
    return farol.databaseAddress();
  }

  /** Holds it where it is, so that it takes nothing of the processor from another. */
  void pause() throws IOException, InterruptedException {
    farol.pause();
  }

  /** Has it go on. */
  void resume() throws IOException, InterruptedException {
    farol.resume();
  }

  /** Runs a batch job to its end. */
  void runJob(String job) throws IOException, InterruptedException {
    String end = client.runJob(job);
    if (!end.equals("COMPLETED")) {
      throw new IllegalStateException(job + " ended " + end);
    }
  }

  double metric(String name) throws IOException, InterruptedException {
    return client.metric(name);
  }

  /** How many reports its database holds, once none waits in the spool. */
  long stored() throws IOException, InterruptedException, SQLException {
    var unused = Client.await(() -> client.metric("farol_spool_reports"), waiting -> waiting == 0);
    return number("select count(*) from report");
  }

  /** The one number that a query has for an answer. */
  long number(String query) throws IOException, SQLException {
    try (Connection connection = farol.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  void execute(String sql) throws IOException, SQLException {
    try (Connection connection = farol.database();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    farol.close();
  }
}
