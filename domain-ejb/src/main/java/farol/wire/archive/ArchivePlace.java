package farol.wire.archive;

import farol.wire.TextRules;

/**
 * Where something was in an archive.
 *
 * @param ordinal 0 for the first; the same whenever the same archive is read with the same limits
 * @param name for people: the path of the file below the folder that was opened, then what is in
 *     it, as in {@code 2024/old.zip!inbox.mbox#17}, which is the 17th mail; harmless and short, so
 *     not always the exact name
 */
public record ArchivePlace(long ordinal, String name) {
  private static final int LONGEST = 200; // characters of one name

  /** What people see of a name from outside. */
  static String shown(String name) {
    return TextRules.shown(name, LONGEST);
  }
}
