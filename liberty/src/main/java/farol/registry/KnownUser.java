package farol.registry;

import farol.domain.user.PasswordHash;
import java.util.List;

/**
 * Somebody whom the registry would let in.
 *
 * @param epoch grows when all sign-ins so far are to be worth nothing
 * @param groups those that the server gives roles for
 */
record KnownUser(String name, PasswordHash password, int epoch, List<String> groups) {
  private static final char SEPARATOR = '#'; // no name has it

  KnownUser {
    groups = List.copyOf(groups);
  }

  /** What the server's sign-in token says instead of the name, so that it ends with the epoch. */
  String uniqueId() {
    return name + SEPARATOR + epoch;
  }

  /** The name in such an id, or in what was given in its place. */
  static String nameIn(String uniqueId) {
    int separator = uniqueId.indexOf(SEPARATOR);
    return separator < 0 ? uniqueId : uniqueId.substring(0, separator);
  }
}
