package farol.domain.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports for tests: one of everything, and policies that differ only in what a test is about. */
public final class Reports {
  public static final ReportWindow DAY =
      new ReportWindow(
          Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-20T23:59:59Z"));

  private Reports() {}

  /** A report with every field filled. */
  public static Report full() {
    return new Report(
        "Example Sender Inc.",
        "tlsrpt@sender.example",
        "2026-11-20T00:00:00Z_example.com",
        DAY,
        List.of(
            new ReportedPolicy(
                PolicyType.STS,
                List.of("version: STSv1", "mode: enforce"),
                "example.com",
                List.of("mx1.example.com"),
                new SessionCounts(5326, 2),
                List.of(fullFailure()))));
  }

  /** A failure detail with every field filled. */
  public static FailureDetail fullFailure() {
    return new FailureDetail(
        ResultType.CERTIFICATE_EXPIRED,
        "203.0.113.25",
        "mx1.example.com",
        "mx1",
        "198.51.100.7",
        2,
        "https://sender.example/why",
        "4.7.5");
  }

  public static Report withPolicies(ReportedPolicy... policies) {
    return new Report("Example Sender Inc.", null, "1", DAY, List.of(policies));
  }

  public static ReportedPolicy policy(
      PolicyType type, @Nullable String policyDomain, long successful, long failed) {
    return new ReportedPolicy(
        type, List.of(), policyDomain, List.of(), new SessionCounts(successful, failed), List.of());
  }
}
