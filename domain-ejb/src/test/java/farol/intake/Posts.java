package farol.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import farol.domain.monitored.TokenHash;
import farol.domain.report.RawReport;
import farol.domain.report.Submission;
import farol.spool.SpooledReport;
import farol.wire.ReadingLimits;
import farol.wire.ReportReader;
import java.time.Instant;

/** What senders post, for tests. */
final class Posts {
  static final Instant RECEIVED = Instant.parse("2026-11-21T01:02:03.456789Z");
  static final ReportJudge JUDGE = new ReportJudge(new ReportReader(ReadingLimits.defaults()));

  private Posts() {}

  /** A report on a domain. */
  static RawReport of(String domain, String reportId) {
    String json =
        """
        {"organization-name":"Example Sender","contact-info":"tls@sender.example","report-id":"%s",
         "date-range":{"start-datetime":"2026-11-20T00:00:00Z","end-datetime":"2026-11-20T23:59:59Z"},
         "policies":[{"policy":{"policy-type":"sts","policy-domain":"%s"},
           "summary":{"total-successful-session-count":41,"total-failure-session-count":0}}]}
        """
            .formatted(reportId, domain);
    return new RawReport(json.getBytes(UTF_8), "application/tlsrpt+json", null);
  }

  static SpooledReport spooled(TokenHash token, String domain, String reportId) {
    return new SpooledReport(token, RECEIVED, of(domain, reportId));
  }

  /** What becomes of a report at a collector that takes it. */
  static Submission admitted(Destination destination, SpooledReport report) {
    return ((Judgement.Admitted)
            JUDGE.judge(destination.route(), report.raw(), report.receivedAt()))
        .submission();
  }
}
