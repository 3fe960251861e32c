package farol.domain.report;

/** More reports wait for the database than may. */
public class IntakeFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IntakeFullException(int waiting) {
    super(waiting + " reports wait for the database");
  }
}
