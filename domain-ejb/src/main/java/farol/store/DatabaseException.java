package farol.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database refused a statement or can't be reached; an outage or a bug, never an answer. */
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean aboutValues;

  public DatabaseException(String statement, SQLException cause) {
    super("database: " + cause.getMessage() + "; in: " + statement.strip(), cause);
    this.aboutValues = isAboutValues(cause.getSQLState());
  }

  /**
   * Whether it was the statement's values that the database refused, so that other values would
   * have passed. Everything else is the database's own trouble: it is away, full, read-only,
   * overloaded…
   */
  public boolean isAboutValues() {
    return aboutValues;
  }

  /** Data exceptions, violated constraints, exceeded limits (PostgreSQL, appendix A). */
  private static boolean isAboutValues(@Nullable String state) {
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
  }
}
