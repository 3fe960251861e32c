package farol.acceptance;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * Holds the lock of a domain's day, as a run on another node may, so that every roll-up comes to a
 * halt there: the days before may be done, this one and those after it are not.
 */
final class HeldDay implements AutoCloseable {
  private final Connection connection;

  private HeldDay(Connection connection) {
    this.connection = connection;
  }

  static HeldDay of(RunningFarol farol, String domain, LocalDate day)
      throws IOException, SQLException {
    HeldDay held = new HeldDay(farol.database());
    try (Statement statement = held.connection.createStatement()) {
      statement.execute(
          """
          select pg_advisory_lock(hashtextextended('rollup ' || id || ' %s', 0))
          from monitored_domain where name = '%s'
          """
              .formatted(day, domain));
    }
    return held;
  }

  /** Waits until this many runs have come to a halt. */
  void awaitRuns(int runs) throws IOException, InterruptedException {
    Client.await(
        () -> number("select count(*) from pg_locks where locktype = 'advisory' and not granted"),
        waiting -> waiting >= runs);
  }

  /** How many days have their roll-up. */
  long daysDone() {
    return number("select count(*) from rollup_day");
  }

  /** How many days wait for theirs. */
  long daysLeft() {
    return number("select count(distinct (domain_id, day)) from dirty_day");
  }

  private long number(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
