package farol.store;

import java.sql.SQLException;

/** The database refused a statement or can't be reached; an outage or a bug, never an answer. */
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseException(String statement, SQLException cause) {
    super("database: " + cause.getMessage() + "; in: " + statement.strip(), cause);
  }
}
