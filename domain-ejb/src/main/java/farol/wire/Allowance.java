package farol.wire;

/** So many of one thing, and not one more. */
final class Allowance {
  private final RefusalCode beyond;
  private final String what;
  private final long limit;
  private long used;

  /**
   * @param what names the things in the plural
   */
  Allowance(long limit, String what, RefusalCode beyond) {
    this.limit = limit;
    this.what = what;
    this.beyond = beyond;
  }

  void use(int amount) throws RefusedException {
    used += amount;
    if (used > limit) {
      throw new RefusedException(
          beyond, "a report may have at most " + limit + " " + what + ", got more");
    }
  }

  void giveBack(int amount) {
    used -= amount;
  }

  /** The least amount that cannot be used any more; at least 1. */
  long beyond() {
    return limit - used + 1;
  }
}
