package farol.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The names seen so far in each object that is still open, to find duplicates (RFC 7493, section
 * 2.3). Strings of equal hash code cost little: {@link HashSet} orders them.
 */
final class OpenNames {
  private final Deque<Set<String>> objects = new ArrayDeque<>();
  private final Allowance names;

  OpenNames(int limit) {
    this.names = new Allowance(limit, "names open at once", RefusalCode.STRUCTURE_TOO_LARGE);
  }

  void openObject() {
    objects.push(new HashSet<>());
  }

  void closeObject() {
    names.giveBack(objects.pop().size());
  }

  void add(String name) throws RefusedException {
    if (!objects.element().add(name)) {
      throw new RefusedException(
          RefusalCode.DUPLICATE_KEY,
          "names in an object must be unique (RFC 7493), got " + TextRules.quote(name) + " twice");
    }
    names.use(1);
  }
}
