package farol.wire.packed;

/**
 * How much an archive may be. One that is just at a limit is read.
 *
 * @param entries of the archive and all archives in it together
 * @param inflatedFreely bytes that it may inflate to, however small it is
 * @param inflatedTimes how many times its own bytes it may inflate to beyond these
 * @param nameBytes bytes of an entry's name
 */
public record PackedLimits(long entries, long inflatedFreely, int inflatedTimes, int nameBytes) {
  /** The most that the inflated bytes of any archive may be, so that no sum overflows. */
  private static final long MOST = 1L << 50;

  public PackedLimits {
    requireBetween("entries", entries);
    requireBetween("inflatedFreely", inflatedFreely);
    requireBetween("inflatedTimes", inflatedTimes);
    requireBetween("nameBytes", nameBytes);
  }

  private static void requireBetween(String name, long value) {
    if (value <= 0 || value > MOST) {
      throw new IllegalArgumentException(
          name + " must be between 1 and " + MOST + ", got " + value);
    }
  }
}
