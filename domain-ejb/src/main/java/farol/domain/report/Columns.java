package farol.domain.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds rows to the question marks of a statement as one array a column. */
final class Columns {
  private final Connection connection;
  private final PreparedStatement statement;
  private int next;

  Columns(Connection connection, PreparedStatement statement, int first) {
    this.connection = connection;
    this.statement = statement;
    this.next = first;
  }

  /**
   * Binds the next question mark.
   *
   * @param type PostgreSQL's name of an element's type
   * @param value an element's value, as the driver takes it for that type or as text
   */
  <R> Columns add(String type, List<R> rows, Function<R, ? extends @Nullable Object> value)
      throws SQLException {
    Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    Array array = connection.createArrayOf(type, values);
    statement.setArray(next++, array);
    return this;
  }
}
