package farol.spool;

import java.util.regex.Pattern;

/**
 * A report in the spool.
 *
 * @param number counts up in the order of arrival
 * @param bytes of its file
 */
public record Entry(long number, long bytes) {
  private static final String ENDING = ".report";
  private static final Pattern FILE_NAME = Pattern.compile("\\d{19}\\" + ENDING);

  static boolean isFileName(String name) {
    return FILE_NAME.matcher(name).matches();
  }

  static long numberIn(String fileName) {
    return Long.parseLong(fileName.substring(0, fileName.length() - ENDING.length()));
  }

  String fileName() {
    return "%019d".formatted(number) + ENDING;
  }
}
