package farol.demo;

import farol.domain.shared.DayRange;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The reports of the demonstration: which there are, and what they say. The same last day gives the
 * same reports, byte by byte.
 */
public final class DemoReports {
  /** How many days they cover. */
  public static final int DAYS = 60;

  private DemoReports() {}

  /** All reports up to a UTC day, in the order in which they are sent: by day, then by domain. */
  public static List<DemoReport> endingOn(LocalDate lastDay) {
    return DayRange.endingOn(lastDay, DAYS)
        .days()
        .flatMap(
            day ->
                Arrays.stream(DemoDomain.values())
                    .flatMap(
                        domain ->
                            Arrays.stream(DemoReporter.values())
                                .map(reporter -> new DemoReport(lastDay, day, domain, reporter))))
        .filter(DemoReports::isSent)
        .toList();
  }

  /** A report's body, as its reporter would post it: JSON in UTF-8. */
  public static byte[] json(DemoReport report) {
    return new DemoDocument(report, DemoTraffic.of(report)).toBytes();
  }

  /** Nobody reports a day without mail. */
  private static boolean isSent(DemoReport report) {
    return report.daysBeforeLastReport() >= 0 && !DemoTraffic.of(report).isEmpty();
  }
}
