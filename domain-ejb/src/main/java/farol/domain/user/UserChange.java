package farol.domain.user;

import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a user; null: it stays as it is.
 *
 * @param enabled whether the user may sign in
 * @param operator whether the user is in the group of operators
 * @param auditor whether the user is in the group of auditors
 */
public record UserChange(
    @Nullable Boolean enabled, @Nullable Boolean operator, @Nullable Boolean auditor) {

  public static UserChange enabled(boolean now) {
    return new UserChange(now, null, null);
  }

  public static UserChange operator(boolean now) {
    return new UserChange(null, now, null);
  }

  public static UserChange auditor(boolean now) {
    return new UserChange(null, null, now);
  }

  /** Whether it is none at all. */
  public boolean isEmpty() {
    return enabled == null && !isOfGroups();
  }

  boolean isOfGroups() {
    return operator != null || auditor != null;
  }

  /** Whether who did it to oneself could not take it back. */
  boolean locksOut() {
    return Boolean.FALSE.equals(enabled) || Boolean.FALSE.equals(operator);
  }
}
