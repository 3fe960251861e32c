package farol.launcher;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the database to this version before the server starts: the persistence unit validates the
 * tables while the application is still starting, which is too early for the application to make
 * them itself.
 */
final class Migrations {
  private Migrations() {}

  static void run(Database database) throws StartFailure {
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(database.url(), database.user(), database.password())
              .locations("classpath:farol/migrations")
              .failOnMissingLocations(true)
              .validateMigrationNaming(true)
              .load();
      if (flyway.info().all().length == 0) {
        throw new StartFailure("this installation is damaged: it has no database migrations");
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StartFailure(
          "the database can't be brought to this version: "
              + String.valueOf(e.getMessage()).replace('\n', ' '),
          e);
    }
  }
}
