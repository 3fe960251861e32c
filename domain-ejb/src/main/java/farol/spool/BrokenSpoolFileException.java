package farol.spool;

import java.io.IOException;

/** A file in the spool is not what was written there. */
final class BrokenSpoolFileException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenSpoolFileException(String message) {
    super(message);
  }
}
