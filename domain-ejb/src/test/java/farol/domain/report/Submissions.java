package farol.domain.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Reports on their way into the database, for tests. */
public final class Submissions {
  public static final Instant RECEIVED = Instant.parse("2026-11-21T01:02:03.456789Z");

  private Submissions() {}

  /** A report that came to {@code example.com}, whose MX hosts are not known. */
  public static Submission of(long domainId, Report report) {
    return new Submission(
        domainId,
        report,
        CountedReport.of(report, "example.com", Set.of()),
        List.of(),
        new RawReport("{}".getBytes(UTF_8), "application/tlsrpt+json", null),
        RECEIVED);
  }

  /** Small reports with different ids. */
  public static Submission numbered(long domainId, int number) {
    return of(domainId, withKey(number, 1));
  }

  /** Two of one key and other failures contradict each other. */
  static Report withKey(int key, long failures) {
    return new Report(
        "Example Sender Inc.",
        null,
        "report-" + key,
        Reports.DAY,
        List.of(Reports.policy(PolicyType.STS, "example.com", 10, failures)));
  }

  /** Stores all in one transaction, as the intake does. */
  public static void store(javax.sql.DataSource database, List<Submission> batch) {
    new IntakeStore(database).store(batch);
  }
}
