package farol.acceptance;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * Holds the roll-up of a domain's day, as a run on another node that is about to write it, so that
 * every run comes to a halt there: the days before may be done, this one and those after it are
 * not. Nothing of it stays.
 */
public final class HeldDay implements AutoCloseable {
  private final Connection holder;
  private final Connection onlooker;

  private HeldDay(Connection holder, Connection onlooker) {
    this.holder = holder;
    this.onlooker = onlooker;
  }

  public static HeldDay of(RunningFarol farol, String domain, LocalDate day)
      throws IOException, SQLException {
    HeldDay held = new HeldDay(farol.database(), farol.database());
    held.holder.setAutoCommit(false);
    try (Statement statement = held.holder.createStatement()) {
      statement.execute(
          """
          insert into rollup_day (domain_id, day, reports, successful, failed, computed_at)
          select id, '%s', 0, 0, 0, now() from monitored_domain where name = '%s'
          """
              .formatted(day, domain));
    }
    return held;
  }

  /** Waits until this many runs have come to a halt: at the day, or behind one that has. */
  void awaitRuns(int runs) throws IOException, InterruptedException {
    Client.await(
        () ->
            number(
                """
                select count(*) from pg_stat_activity
                where wait_event_type = 'Lock' and query ~ 'rollup_(day|version)'
                """),
        waiting -> waiting >= runs);
  }

  /** How many days have their roll-up. */
  long daysDone() {
    return number("select count(*) from rollup_day");
  }

  /** How many days wait for theirs. */
  public long daysLeft() {
    return number("select count(distinct (domain_id, day)) from dirty_day");
  }

  private long number(String query) {
    try (Statement statement = onlooker.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public void close() throws SQLException {
    try (onlooker) {
      holder.close(); // which rolls back; the database may have gone with a server that was killed
    }
  }
}
