package farol.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;

/**
 * The names seen so far in each object that is still open, to find duplicates (RFC 7493, section
 * 2.3). Few names are searched one by one, which is what nearly every object has. Many go to a
 * {@link HashSet}; those of equal hash code cost it little, because it puts strings in order. Small
 * collections are used again, because a report may have twenty thousand small objects.
 */
final class OpenNames {
  private static final int FEW = 12;

  private final Deque<Collection<String>> objects = new ArrayDeque<>();
  private final Deque<Collection<String>> spares = new ArrayDeque<>();
  private final Allowance names;

  OpenNames(int limit) {
    this.names = new Allowance(limit, "names open at once", RefusalCode.STRUCTURE_TOO_LARGE);
  }

  void openObject() {
    objects.push(spares.isEmpty() ? new ArrayList<>(FEW) : spares.pop());
  }

  void closeObject() {
    Collection<String> closed = objects.pop();
    names.giveBack(closed.size());
    if (closed.size() < FEW) {
      closed.clear();
      spares.push(closed);
    }
  }

  void add(String name) throws RefusedException {
    if (objects.element().contains(name)) {
      throw new RefusedException(
          RefusalCode.DUPLICATE_KEY,
          "names in an object must be unique (RFC 7493), got " + TextRules.quote(name) + " twice");
    }
    names.use(1);
    objects.element().add(name);
    if (objects.element().size() == FEW) {
      objects.push(new HashSet<>(objects.pop()));
    }
  }
}
