package farol.wire;

import java.math.BigDecimal;

/**
 * Reads a JSON number as a count of sessions, exactly: {@code 5.326e3} is 5326 and {@code -0} is 0.
 * Lengths and exponents are the sender's choice, so no number is made from a long text, and none is
 * written out before it is known to be small.
 */
final class Count {
  /** Far more than any sender needs; keeps the arithmetic cheap. */
  private static final int LONGEST = 100;

  /** So many digits never are more than a {@code long} can hold. */
  private static final int DIGITS_OF_ANY_LONG = 18;

  private Count() {}

  /**
   * @param number in the grammar of JSON (RFC 8259, section 6); leading zeros are allowed
   */
  static long parse(String name, String number, long largest) throws RefusedException {
    long value =
        isShortAndOfDigits(number)
            ? Long.parseLong(number)
            : whole(name, number, decimal(name, number, largest), largest);
    if (value > largest) {
      throw implausible(name, number, largest);
    }
    return value;
  }

  /** Nearly every count is. */
  private static boolean isShortAndOfDigits(String number) {
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return number.length() <= DIGITS_OF_ANY_LONG;
  }

  private static long whole(String name, String number, BigDecimal value, long largest)
      throws RefusedException {
    if (value.signum() < 0 || value.stripTrailingZeros().scale() > 0) {
      throw new RefusedException(
          RefusalCode.BAD_COUNT,
          name + " must be a whole number of at least 0, got " + TextRules.quote(number));
    }
    if (value.compareTo(BigDecimal.valueOf(largest)) > 0) {
      throw implausible(name, number, largest);
    }
    return value.longValueExact();
  }

  private static BigDecimal decimal(String name, String number, long largest)
      throws RefusedException {
    if (number.length() > LONGEST) {
      throw implausible(name, number, largest);
    }
    try {
      return new BigDecimal(number);
    } catch (NumberFormatException e) {
      // The exponent of a JSON number may be larger than BigDecimal can hold.
      throw implausible(name, number, largest);
    }
  }

  private static RefusedException implausible(String name, String number, long largest) {
    return new RefusedException(
        RefusalCode.IMPLAUSIBLE_COUNT,
        name + " must be at most " + largest + ", got " + TextRules.quote(number));
  }
}
