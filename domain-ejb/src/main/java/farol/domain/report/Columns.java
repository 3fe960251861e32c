package farol.domain.report;

import java.lang.reflect.Array;
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

  /**
   * PostgreSQL's name of an array's elements, and their class in Java: the driver sends arrays of
   * exactly these classes in binary, which spares both sides from writing and reading text.
   */
  enum Type {
    BOOL(Boolean.class),
    BYTEA(byte[].class),
    INT2(Short.class),
    INT4(Integer.class),
    INT8(Long.class),
    TEXT(String.class);

    private final Class<?> element;

    Type(Class<?> element) {
      this.element = element;
    }
  }

  Columns(Connection connection, PreparedStatement statement, int first) {
    this.connection = connection;
    this.statement = statement;
    this.next = first;
  }

  /**
   * Binds the next question mark.
   *
   * @param value an element's value, of the type's class
   */
  <R> Columns add(Type type, List<R> rows, Function<R, ? extends @Nullable Object> value)
      throws SQLException {
    Object[] values = (Object[]) Array.newInstance(type.element, rows.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    statement.setArray(next++, connection.createArrayOf(type.name(), values));
    return this;
  }
}
