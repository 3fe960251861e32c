package farol.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Months of reports about many domains, put straight into the database of a new installation. What
 * they add up to is the business of job {@code report-rollup}.
 */
public final class ManyReports {
  private ManyReports() {}

  /**
   * Adds {@code d1.example} and so on to the account of {@code admin}, as far as they are not there
   * yet, and reports about these for so many days up to yesterday: of 1,000 domains and 90 days 2.4
   * million, with 3 million policies and 10 million failure details.
   */
  public static void add(RunningFarol farol, int domains, int days)
      throws IOException, InterruptedException, SQLException, CertificateEncodingException {
    add(farol, farol.database(), domains, days);
  }

  /** The same in a database of the caller's own. */
  static void add(RunningFarol farol, Connection database, int domains, int days)
      throws IOException, InterruptedException, SQLException, CertificateEncodingException {
    Client client = new Client(farol);
    for (int number = 1; number <= domains; number++) {
      client.post("/api/v1/domains", "{\"name\":\"d" + number + ".example\"}");
    }
    try (database;
        Statement statement = database.createStatement()) {
      String script =
          sql()
              .replace(":days", String.valueOf(days))
              .replace(":der", "decode('" + client.certificate() + "', 'base64')");
      for (String step : script.split(";\n", -1)) {
        statement.execute(step);
      }
    }
  }

  private static String sql() throws IOException {
    try (InputStream file = ManyReports.class.getResourceAsStream("many-reports.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
