package farol.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on Farol's database, each on a connection of the transaction under way. Values
 * are always bound, in the order of their question marks.
 */
@Dependent
public class Sql {
  @Resource(lookup = "jdbc/farol")
  DataSource database;

  /** Makes one value of the row that the result set stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** For the container. */
  public Sql() {}

  /** On a data source of the caller's own, outside a container. */
  public Sql(DataSource database) {
    this.database = database;
  }

  public <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, query, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw new DatabaseException(query, e);
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> find(String query, RowReader<T> reader, @Nullable Object... values) {
    return list(query, reader, values).stream().findFirst();
  }

  /** How many rows it changed. */
  public int update(String statement, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement prepared = prepare(connection, statement, values)) {
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(statement, e);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
