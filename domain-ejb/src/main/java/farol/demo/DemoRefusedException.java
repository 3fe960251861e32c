package farol.demo;

import jakarta.ejb.ApplicationException;

/** The demonstration may not be filled here; the message says why. */
@ApplicationException(rollback = true)
public class DemoRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoRefusedException(String objection) {
    super("the demonstration can't be filled: " + objection);
  }
}
