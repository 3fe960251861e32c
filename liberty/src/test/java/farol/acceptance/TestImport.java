package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An import of {@code admin}'s, put into the database past the upload and the job: its file is at
 * another node, so that it stays as it is. Deleted at the end.
 */
public final class TestImport implements AutoCloseable {
  private final RunningFarol farol;
  private final long id;
  private int untaken;

  private TestImport(RunningFarol farol, long id) {
    this.farol = farol;
    this.id = id;
  }

  /**
   * Adds one of which a quarter is read.
   *
   * @param failure null unless it has failed
   */
  public static TestImport add(
      RunningFarol farol, String name, String state, @Nullable String failure)
      throws IOException, SQLException {
    try (Connection database = farol.database();
        PreparedStatement insert =
            database.prepareStatement(
                """
                insert into report_import (account_id, name, created_at, created_by, node, state, failure, due_at,
                  bytes, read_bytes, stored_count, duplicate_count, foreign_count, no_report_count, refused_count)
                select min(account_id), ?, now(), 'admin', 'elsewhere', ?, ?, now(), 4000, 1000, 70, 2, 1, 0, 1
                from member where user_name = 'admin' returning id
                """)) {
      insert.setString(1, name);
      insert.setString(2, state);
      insert.setString(3, failure);
      try (ResultSet row = insert.executeQuery()) {
        assertThat(row.next()).isTrue();
        return new TestImport(farol, row.getLong(1));
      }
    }
  }

  /** Adds something that it did not take. */
  public TestImport refuse(String place, String verdict, String code, String reason)
      throws IOException, SQLException {
    try (Connection database = farol.database();
        PreparedStatement insert =
            database.prepareStatement("insert into import_refusal values (?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, id);
      insert.setInt(2, untaken++);
      insert.setString(3, place);
      insert.setString(4, verdict);
      insert.setString(5, code);
      insert.setString(6, reason);
      assertThat(insert.executeUpdate()).isOne();
    }
    return this;
  }

  public long id() {
    return id;
  }

  @Override
  public void close() throws IOException, SQLException {
    try (Connection database = farol.database();
        PreparedStatement delete =
            database.prepareStatement("delete from report_import where id = ?")) {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
  }
}
