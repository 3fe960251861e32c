package farol.web.export;

import java.util.List;

/** A table has more rows than an export may have; it would be cut if it were written. */
public class TooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For tables that are read at once: so many rows are in memory for each of those who ask. */
  public static final int MOST_ROWS = 20_000;

  TooLongException(int rows) {
    super("a table must have at most " + MOST_ROWS + " rows to be exported, got " + rows);
  }

  /** Takes rows of which one more than {@link #MOST_ROWS} have been asked for. */
  public static <R> List<R> check(List<R> rows) {
    if (rows.size() > MOST_ROWS) {
      throw new TooLongException(rows.size());
    }
    return rows;
  }
}
