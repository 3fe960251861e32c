package farol.intake;

import farol.domain.monitored.CollectorRoute;
import farol.domain.report.Attribution;
import farol.domain.report.CountedReport;
import farol.domain.report.RawReport;
import farol.domain.report.Submission;
import farol.wire.Reading;
import farol.wire.RefusalCode;
import farol.wire.ReportReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges what came, at its receipt and again when it comes out of the spool: whether it is a
 * report, and whether it is for the domain that it is to go to.
 */
final class ReportJudge {
  private final ReportReader reader;

  ReportJudge(ReportReader reader) {
    this.reader = reader;
  }

  /**
   * @param route empty while it is not known
   * @param receivedAt by which its window is judged
   */
  Judgement judge(Optional<CollectorRoute> route, RawReport raw, Instant receivedAt) {
    Reading reading = read(raw, receivedAt);
    if (reading instanceof Reading.Refused refused) {
      return new Judgement.Refused(refused.code(), refused.detail());
    }
    Reading.Accepted accepted = (Reading.Accepted) reading;
    return route
        .map(known -> judge(known, accepted, raw, receivedAt))
        .orElseGet(() -> new Judgement.Undecided(warnings(accepted)));
  }

  Reading read(RawReport raw, Instant receivedAt) {
    return reader.read(raw.body(), raw.contentType(), raw.contentEncoding(), receivedAt);
  }

  /** Judges what has been read. */
  static Judgement judge(
      CollectorRoute route, Reading.Accepted reading, RawReport raw, Instant receivedAt) {
    String domain = route.domain().value();
    CountedReport counted = CountedReport.of(reading.report(), domain, route.mxHosts());
    if (!counted.concernsDomain()) {
      return new Judgement.Refused(
          RefusalCode.DOMAIN_MISMATCH,
          "a report posted here must have a policy of " + domain + ", this one has none");
    }
    List<String> warnings = warnings(reading);
    if (has(counted, Attribution.FOREIGN)) {
      warnings.add("FOREIGN_POLICY");
    }
    if (has(counted, Attribution.ASSUMED_MX_HOST)) {
      warnings.add("ASSUMED_MX_HOST");
    }
    return new Judgement.Admitted(
        new Submission(route.domainId(), reading.report(), counted, warnings, raw, receivedAt));
  }

  private static List<String> warnings(Reading.Accepted reading) {
    List<String> codes = new ArrayList<>();
    reading.warnings().forEach(warning -> codes.add(warning.code().name()));
    return codes;
  }

  private static boolean has(CountedReport counted, Attribution attribution) {
    return counted.policies().stream().anyMatch(policy -> policy.attribution() == attribution);
  }
}
