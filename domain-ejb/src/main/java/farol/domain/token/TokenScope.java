package farol.domain.token;

import farol.domain.account.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a token may do in its account. None may do what only owners may: members, tokens, and the
 * end of a domain are for people.
 */
public enum TokenScope {
  /** Look. */
  READ(Role.VIEWER),
  /** Change domains and reports, too. */
  WRITE(Role.ANALYST);

  private final Role role;

  TokenScope(Role role) {
    this.role = role;
  }

  /** The role of a member who may do the same. */
  public Role role() {
    return role;
  }

  /** In the API, and in the audit log. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a text; empty where it is none's. */
  public static Optional<TokenScope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst();
  }
}
