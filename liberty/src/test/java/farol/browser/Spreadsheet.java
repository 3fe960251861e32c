package farol.browser;

import java.util.regex.Pattern;

/** What a program would make of a cell that somebody opens with it. */
final class Spreadsheet {
  private static final String SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"; // the last four full-width

  /** At the start, and where one begins that separates by semicolons, as in Brazil. */
  private static final Pattern FORMULA =
      Pattern.compile("^[" + SIGNS + "\t\r\n]|[;\r\n]\"*[" + SIGNS + "]");

  private Spreadsheet() {}

  static boolean takesForFormula(String cell) {
    return FORMULA.matcher(cell).find();
  }
}
