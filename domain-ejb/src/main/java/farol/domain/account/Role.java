package farol.domain.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may do in an account. Each may do all that those after it may. */
public enum Role {
  /** Everything: members, and deleting domains with all that was reported. */
  OWNER,
  /** Domains and reports, but neither members nor the end of a domain. */
  ANALYST,
  /** Looks, changes nothing. */
  VIEWER;

  /** In the API, and in messages. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a text; empty where it is none's. */
  public static Optional<Role> of(String text) {
    return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
  }

  /** Whether it may do all that {@code other} may. */
  public boolean includes(Role other) {
    return compareTo(other) <= 0;
  }
}
