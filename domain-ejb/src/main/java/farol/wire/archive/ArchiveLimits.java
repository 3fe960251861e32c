package farol.wire.archive;

import static java.util.Objects.requireNonNull;

import farol.wire.packed.PackedLimits;

/**
 * How much an archive may be. What is just at a limit is read.
 *
 * @param reportBytes one report as it is in the archive, packed or not
 * @param mailBytes one mail, inflated
 * @param depth zip and tar files inside one another, the outermost included
 * @param filesInFolder files and folders of one folder, which are sorted
 * @param packed of each file by itself
 */
public record ArchiveLimits(
    int reportBytes, int mailBytes, int depth, int filesInFolder, PackedLimits packed) {
  public ArchiveLimits {
    requirePositive("reportBytes", reportBytes);
    requirePositive("mailBytes", mailBytes);
    requirePositive("depth", depth);
    requirePositive("filesInFolder", filesInFolder);
    requireNonNull(packed, "packed");
  }

  /**
   * What is enough for years of reports: a million in one archive, which reports that repeat
   * themselves make inflate some fifty times.
   */
  public static ArchiveLimits ofSizes(int reportBytes, int mailBytes) {
    return new ArchiveLimits(
        reportBytes,
        mailBytes,
        2,
        1_000_000,
        new PackedLimits(1_000_000, 256L << 20, 200, 8 << 10));
  }

  private static void requirePositive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, got " + value);
    }
  }
}
