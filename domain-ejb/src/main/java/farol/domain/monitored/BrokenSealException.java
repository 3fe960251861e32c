package farol.domain.monitored;

/**
 * A sealed token can't be opened: another key, another's, or damaged. Not for senders and not for
 * owners to mend.
 */
public class BrokenSealException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  BrokenSealException(TokenHash hash) {
    super("the seal of " + hash + " can't be opened: it has another key, or was changed");
  }
}
