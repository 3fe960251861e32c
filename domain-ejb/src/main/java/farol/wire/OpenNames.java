package farol.wire;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names seen so far in each object that is still open, to find duplicates (RFC 7493, section
 * 2.3). They stand in one array, those of the innermost object last. Few names are searched one by
 * one, which is what nearly every object has. Many go to a {@link HashSet} too; those of equal hash
 * code cost it little, because it puts strings in order.
 */
final class OpenNames {
  private static final int FEW = 12;

  private final Allowance allowance;
  private final Deque<OpenObject> outer = new ArrayDeque<>();
  private OpenObject innermost = new OpenObject(0);
  private String[] names = new String[32];
  private int size;

  private static final class OpenObject {
    private final int start; // of its names
    private @Nullable Set<String> many;

    OpenObject(int start) {
      this.start = start;
    }
  }

  OpenNames(int limit) {
    this.allowance = new Allowance(limit, "names open at once", RefusalCode.STRUCTURE_TOO_LARGE);
  }

  void openObject() {
    outer.push(innermost);
    innermost = new OpenObject(size);
  }

  void closeObject() {
    allowance.giveBack(size - innermost.start);
    size = innermost.start;
    innermost = outer.pop();
  }

  void add(String name) throws RefusedException {
    if (innermost.many == null ? isAmongFew(name) : !innermost.many.add(name)) {
      throw new RefusedException(
          RefusalCode.DUPLICATE_KEY,
          "names in an object must be unique (RFC 7493), got " + TextRules.quote(name) + " twice");
    }
    allowance.use(1);
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
    }
    names[size++] = name;
    if (size - innermost.start == FEW) {
      innermost.many = new HashSet<>(Arrays.asList(names).subList(innermost.start, size));
    }
  }

  private boolean isAmongFew(String name) {
    for (int i = innermost.start; i < size; i++) {
      if (names[i].equals(name)) {
        return true;
      }
    }
    return false;
  }
}
