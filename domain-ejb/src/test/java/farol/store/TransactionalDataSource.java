package farol.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a container makes of a data source: connections are used again, and within a transaction of
 * the calling thread every connection is the transaction's, and closing it has no effect.
 */
public final class TransactionalDataSource extends PGSimpleDataSource {
  private static final long serialVersionUID = 1L;
  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

  private final transient Queue<Connection> idle = new ConcurrentLinkedQueue<>();

  /** What a caller's {@code close} does. */
  @FunctionalInterface
  private interface Closing {
    void close() throws SQLException;
  }

  public TransactionalDataSource(String url) {
    setUrl(url);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection ofTransaction = CURRENT.get();
    if (ofTransaction != null) {
      return handle(ofTransaction, () -> {});
    }
    Connection connection = take();
    return handle(connection, () -> giveBack(connection));
  }

  /** Does something in one transaction; what it throws leaves nothing of it. */
  public void inTransaction(Runnable work) {
    try {
      Connection connection = take();
      connection.setAutoCommit(false);
      CURRENT.set(connection);
      try {
        work.run();
        connection.commit();
      } finally {
        CURRENT.remove();
        giveBack(connection);
      }
    } catch (SQLException e) {
      throw new DatabaseException("transaction", e);
    }
  }

  private Connection take() throws SQLException {
    @Nullable Connection used = idle.poll();
    return used == null ? super.getConnection() : used;
  }

  private void giveBack(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      idle.add(connection);
    }
  }

  private static Connection handle(Connection connection, Closing closing) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                closing.close();
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
