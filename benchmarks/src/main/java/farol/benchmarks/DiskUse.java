package farol.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * P7: what a report takes of the disk, with its indexes, against the bytes that its sender posted.
 * What pages read is stated apart, because it grows with domains and days, not with reports.
 */
public final class DiskUse {
  private static final PrintStream OUT = System.out;
  private static final List<String> OF_REPORTS =
      List.of("report", "report_raw", "report_policy", "failure_detail");
  private static final List<String> OF_PAGES =
      List.of(
          "dirty_day",
          "rollup_day",
          "rollup_slice",
          "rollup_failure",
          "rollup_account_day",
          "rollup_account_slice",
          "open_problem");

  private static final long ENOUGH = 60_000; // so that half-filled pages do not count

  private DiskUse() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    try (LoadedFarol farol = LoadedFarol.start(Map.of())) {
      Load load = new Load(farol.collector(), 32, Connecting.KEPT);
      while (farol.stored() < ENOUGH) {
        OUT.println(load.run(Duration.ofSeconds(10)));
      }
      farol.runJob("report-rollup");
      farol.execute("vacuum");
      long reports = farol.stored();
      double posted = farol.number("select sum(length(body)) from report_raw");
      OUT.printf(Locale.ROOT, "%d reports, %.0f bytes posted each%n", reports, posted / reports);
      double ofReports = 0;
      for (String table : OF_REPORTS) {
        ofReports += print(farol, table, posted);
      }
      for (String table : OF_PAGES) {
        print(farol, table, posted);
      }
      OUT.printf(Locale.ROOT, "P7 %.2f (goal: at most 7.50)%n", ofReports / posted);
    }
  }

  /** A table with its partitions. */
  private static double print(LoadedFarol farol, String table, double posted)
      throws IOException, SQLException {
    double rows = sum(farol, "pg_table_size", table);
    double indexes = sum(farol, "pg_indexes_size", table);
    OUT.printf(
        Locale.ROOT,
        "%-16s %5.2f times the bytes posted in rows, %5.2f in indexes%n",
        table,
        rows / posted,
        indexes / posted);
    return rows + indexes;
  }

  private static double sum(LoadedFarol farol, String size, String table)
      throws IOException, SQLException {
    return farol.number(
        """
        select sum(%1$s(part)) from (
          select '%2$s'::regclass as part union select relid from pg_partition_tree('%2$s')) parts
        """
            .formatted(size, table));
  }
}
