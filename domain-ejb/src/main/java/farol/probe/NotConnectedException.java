package farol.probe;

/** There is no connection; the message says why, for an operator. */
public final class NotConnectedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of obstacle there is. */
  public enum Obstacle {
    /** Nothing may connect to the address. */
    FORBIDDEN,
    /** Nothing accepts connections there. */
    REFUSED,
    /** Nothing answers there. */
    SILENT,
    /** This machine has no way there, as one without IPv6 has none to IPv6 addresses. */
    UNROUTED
  }

  private final Obstacle obstacle;

  NotConnectedException(Obstacle obstacle, String message) {
    super(message);
    this.obstacle = obstacle;
  }

  public Obstacle obstacle() {
    return obstacle;
  }

  /** What happened, for an operator. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
