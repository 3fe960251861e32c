package farol.web.kit;

import farol.domain.account.Role;

/** A member asked for what the member's role does not allow. */
public class NotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotAllowedException(Role needed) {
    super("this takes the role of " + needed.text() + " in the account");
  }
}
