package farol.spool;

import farol.settings.Setting;
import farol.settings.Settings;

/**
 * How much the spool may hold.
 *
 * @param bytes of all files together; a file has a few dozen more than its report
 */
public record SpoolLimits(int reports, long bytes) {
  static SpoolLimits of(Settings settings) {
    return new SpoolLimits(
        settings.count(Setting.LIMIT_SPOOL_REPORTS), settings.number(Setting.LIMIT_SPOOL_BYTES));
  }
}
