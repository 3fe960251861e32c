package farol.wire;

import org.jspecify.annotations.Nullable;

/** What no report can do without. */
final class Required {
  private Required() {}

  static <T> T present(@Nullable T value, String name) throws RefusedException {
    if (value == null) {
      throw new RefusedException(RefusalCode.MISSING_FIELD, name + " must be present, got none");
    }
    return value;
  }
}
