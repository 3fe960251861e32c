package farol.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A data source whose user breaks down at certain statements, as if memory had run out. */
public final class BreakingDataSource extends PGSimpleDataSource {
  private static final long serialVersionUID = 1L;

  private final transient DataSource database;
  private final String statement;

  /**
   * Breaks at statements on {@code database}.
   *
   * @param statement a part of them
   */
  public BreakingDataSource(DataSource database, String statement) {
    this.database = database;
    this.statement = statement;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = database.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")
                  && String.valueOf(arguments[0]).contains(statement)) {
                throw new OutOfMemoryError("a test's");
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
