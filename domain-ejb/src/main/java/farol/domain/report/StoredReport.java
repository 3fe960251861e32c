package farol.domain.report;

import java.util.List;

/**
 * A stored report in full.
 *
 * @param domainName the monitored domain that it was sent to, in A-labels
 * @param policies in the report's order, foreign ones included
 */
public record StoredReport(
    ReportHead head, String domainName, Report report, List<AttributedPolicy> policies) {
  public StoredReport {
    policies = List.copyOf(policies);
  }
}
