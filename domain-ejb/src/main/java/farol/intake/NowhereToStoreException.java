package farol.intake;

import java.io.IOException;

/** Neither the database nor the spool takes the report now; the sender should come back. */
public class NowhereToStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NowhereToStoreException(IOException spoolFailure) {
    super("the database is away, and the spool can't take a report: " + spoolFailure, spoolFailure);
  }
}
