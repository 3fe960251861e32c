package farol.spool;

import java.io.IOException;

/** The spool holds as much as it may. */
public class SpoolFullException extends IOException {
  private static final long serialVersionUID = 1L;

  SpoolFullException(String message) {
    super(message);
  }
}
