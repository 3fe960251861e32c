package farol.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where the database is and who may use it.
 *
 * @param url a {@code jdbc:postgresql:} URL
 */
record Database(String url, String user, String password) {
  private static final int OLDEST_MAJOR = 15;

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /**
   * Refuses a server that is too old, or that would lose acknowledged reports when the machine
   * loses power.
   */
  void check() throws StartFailure {
    try (Connection connection = connect()) {
      if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_MAJOR) {
        throw new StartFailure(
            "PostgreSQL must be "
                + OLDEST_MAJOR
                + " or newer, got "
                + connection.getMetaData().getDatabaseProductVersion());
      }
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        requireDurable(connection, setting);
      }
    } catch (SQLException e) {
      throw new StartFailure("the database " + url + " can't be reached: " + e.getMessage(), e);
    }
  }

  private static void requireDurable(Connection connection, String setting)
      throws SQLException, StartFailure {
    try (Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("show " + setting)) {
      shown.next();
      if (shown.getString(1).equals("off")) {
        throw new StartFailure(
            "PostgreSQL's " + setting + " must not be off: acknowledged reports could be lost");
      }
    }
  }
}
