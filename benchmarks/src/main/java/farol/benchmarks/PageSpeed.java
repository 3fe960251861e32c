package farol.benchmarks;

import farol.acceptance.ManyReports;
import farol.acceptance.PortalVisitor;
import farol.acceptance.RunningFarol;
import java.io.IOException;
import java.io.PrintStream;
import java.security.cert.CertificateEncodingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * P8: how long a page takes whose account has 1,000 domains, with 3 million policies and 10 million
 * failure details in 90 days. Pages take turns; each is asked for by one person after another, over
 * HTTPS on a kept connection, from the request to the last byte.
 */
public final class PageSpeed {
  private static final PrintStream OUT = System.out;
  private static final int DOMAINS = Integer.getInteger("domains", 1_000);
  private static final int DAYS = Integer.getInteger("days", 90);
  private static final int WARM_UPS = Integer.getInteger("warmups", 100);
  private static final int ROUNDS = Integer.getInteger("rounds", 200);

  /** With the most reports and failures, as every twentieth domain. */
  private static final String BUSY = "d1.example";

  private static final List<String> P8 =
      List.of(
          "/",
          "/?days=90",
          "/domains",
          "/domain?name=" + BUSY,
          "/domain?name=" + BUSY + "&days=90",
          "/domain-reports?name=" + BUSY + "&days=90",
          "/domain-published?name=" + BUSY,
          "/domain-mail?name=" + BUSY,
          "/domain-failures?name=" + BUSY + "&by=cause&days=90",
          "/domain-failures?name=" + BUSY + "&by=mx&days=90",
          "/domain-failures?name=" + BUSY + "&by=reporter&days=90",
          "/domain-failures?name=" + BUSY + "&by=day&days=90",
          "/domain-failures?name=" + BUSY + "&by=policy&days=90",
          "/domain-failures?name=" + BUSY + "&by=type&days=90",
          "/domain-failures?name=" + BUSY + "&by=reporter&cause=certificate-expired&days=90",
          "/failures?days=7",
          "/failures?days=30",
          "/failures?days=90",
          "/failures?by=mx&days=90",
          "/failures?by=reporter&days=90",
          "/failures?by=day&days=90",
          "/failures?by=policy&days=90",
          "/failures?by=type&days=90",
          "/failures?by=domain&days=90");

  /** Which read failure rows, or the failures of all domains one by one. */
  private static final List<String> BESIDE =
      List.of(
          "/domain-failures?name=" + BUSY + "&by=address&days=7",
          "/domain-failures?name=" + BUSY + "&by=address&days=90",
          "/failures?by=address&days=7",
          "/failures?by=address&days=30",
          "/failures?by=mx&cause=certificate-expired&days=30",
          "/failures?by=mx&cause=certificate-expired&days=90");

  private final PortalVisitor visitor;

  private PageSpeed(PortalVisitor visitor) {
    this.visitor = visitor;
  }

  public static void main(String[] arguments)
      throws IOException,
          InterruptedException,
          ExecutionException,
          SQLException,
          CertificateEncodingException {
    RunningFarol farol = RunningFarol.start(Map.of("FAROL_DOMAIN_LIMIT", String.valueOf(DOMAINS)));
    try {
      Instant start = Instant.now();
      ManyReports.add(farol, DOMAINS, DAYS);
      OUT.printf(Locale.ROOT, "stored after %d s%n", secondsSince(start));
      RollUp.run(farol);
      OUT.printf(Locale.ROOT, "rolled up after %d s%n", secondsSince(start));
      settle(farol);
      new PageSpeed(new PortalVisitor(farol).signIn("admin", RunningFarol.PASSWORD)).measure();
    } finally {
      farol.remove();
    }
  }

  /** As autovacuum would have done, had it all come in the course of months. */
  private static void settle(RunningFarol farol) throws IOException, SQLException {
    try (Connection connection = farol.database();
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
      for (String table :
          List.of("monitored_domain", "report", "report_policy", "failure_detail")) {
        try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
          row.next();
          OUT.printf(Locale.ROOT, "%,11d rows in %s%n", row.getLong(1), table);
        }
      }
    }
  }

  private void measure() throws IOException, InterruptedException {
    for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
      for (String page : P8) {
        visitor.open(page);
      }
    }
    Duration worst = Duration.ZERO;
    List<Latencies> times = P8.stream().map(page -> new Latencies()).toList();
    for (int round = 0; round < ROUNDS; round++) {
      for (int page = 0; page < P8.size(); page++) {
        times.get(page).add(visitor.open(P8.get(page)).toNanos());
      }
    }
    for (int page = 0; page < P8.size(); page++) {
      print(P8.get(page), times.get(page));
      Duration within = times.get(page).within(0.95);
      worst = within.compareTo(worst) > 0 ? within : worst;
    }
    OUT.println("beside the goal");
    for (String page : BESIDE) {
      Latencies beside = new Latencies();
      for (int round = 0; round < ROUNDS / 10; round++) {
        beside.add(visitor.open(page).toNanos());
      }
      print(page, beside);
    }
    OUT.printf(Locale.ROOT, "P8 %.0f ms (goal: at most 100)%n", Answers.milliseconds(worst));
  }

  private static void print(String page, Latencies times) {
    OUT.printf(
        Locale.ROOT,
        "p50 %6.1f ms  p95 %6.1f ms  %s%n",
        Answers.milliseconds(times.within(0.5)),
        Answers.milliseconds(times.within(0.95)),
        page);
  }

  private static long secondsSince(Instant start) {
    return Duration.between(start, Instant.now()).toSeconds();
  }
}
