package farol.acceptance;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Holds the lock of the day in the middle of those to be rolled up, as a run on another node may,
 * so that every run comes to a halt there: the days before are done, this one and those after it
 * are not.
 */
final class HeldDay implements AutoCloseable {
  private static final String LOCK_MIDDLE =
      """
      with dirty as (select distinct domain_id, day from dirty_day)
      select pg_advisory_lock(hashtextextended('rollup ' || domain_id || ' ' || day, 0)), before
      from (
        select domain_id, day, before
        from dirty, (select count(*) / 2 as before from dirty) half
        order by domain_id, day
        limit 1 offset (select count(*) / 2 from dirty)) middle
      """;

  private final Connection connection;
  private final long daysBefore;

  private HeldDay(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOCK_MIDDLE)) {
      row.next();
      daysBefore = row.getLong(2);
    }
  }

  static HeldDay of(RunningFarol farol) throws IOException, SQLException {
    return new HeldDay(farol.database());
  }

  /** How many days come before the one that is held. */
  long daysBefore() {
    return daysBefore;
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
