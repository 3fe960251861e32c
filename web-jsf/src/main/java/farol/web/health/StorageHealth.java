package farol.web.health;

import farol.intake.ReportSpool;
import farol.intake.SpoolStatus;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while reports can be stored: in the database, which answers within two seconds, or in the
 * spool. Not ready only where both are out of reach, for who takes a server that could spool out of
 * service has its senders refused, and a refusal is final for real ones.
 */
@Readiness
@ApplicationScoped
public class StorageHealth implements HealthCheck {
  private static final int PATIENCE_SECONDS = 2;

  @Inject ReportSpool spool;

  @Resource(lookup = "jdbc/farol")
  DataSource database;

  @Override
  public HealthCheckResponse call() {
    boolean databaseAnswers = databaseAnswers();
    SpoolStatus spooled = spool.status();
    return HealthCheckResponse.named("storage")
        .status(databaseAnswers || spooled.hasRoom())
        .withData("database", databaseAnswers ? "answers" : "away")
        .withData("spool", spooled.hasRoom() ? "has room" : "full or not writable")
        .withData("spooledReports", spooled.reports())
        .build();
  }

  private boolean databaseAnswers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
