package farol.domain.monitored;

import farol.store.Sql;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Directories of collectors outside a container, for tests. */
public final class Directories {
  private Directories() {}

  /** On a database that answers. */
  public static CollectorDirectory on(DataSource database) {
    return on(database, Runnable::run);
  }

  /**
   * On a database that answers when a test wants it to.
   *
   * @param lookups runs what asks it
   */
  public static CollectorDirectory on(DataSource database, Executor lookups) {
    CollectorDirectory directory = new CollectorDirectory();
    directory.database = database;
    directory.lookups =
        new LookupThreads() {
          @Override
          public void execute(Runnable lookup) {
            lookups.execute(lookup);
          }
        };
    return directory;
  }

  /** Finds whose domains are, on a database. */
  public static VerifiedDomains verified(Sql sql) {
    VerifiedDomains domains = new VerifiedDomains();
    domains.sql = sql;
    return domains;
  }

  /** Has a directory ask a database that is not there. */
  public static void takeDatabaseAway(CollectorDirectory directory) {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:9/farol");
    directory.database = nowhere;
  }
}
