package farol.settings;

/**
 * A setting that is unknown or has a value it must not have; the message is one line that an
 * operator can act on.
 */
public class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidSettingException(String message) {
    super(message);
  }
}
