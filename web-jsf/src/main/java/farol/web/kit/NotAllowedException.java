package farol.web.kit;

/** Somebody asked for what is not for them. */
public class NotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private NotAllowedException(String message) {
    super(message);
  }

  static NotAllowedException takes(String whom) {
    return new NotAllowedException("this takes " + whom);
  }
}
