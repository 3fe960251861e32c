package farol.domain.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A policy with its place in its report.
 *
 * @param number from 0, in the report's order
 */
record PolicyRow(ReportRow report, int number, ReportedPolicy policy, Attribution attribution) {
  static List<PolicyRow> of(ReportRow report) {
    List<AttributedPolicy> policies = report.submission().counted().policies();
    return IntStream.range(0, policies.size())
        .mapToObj(
            number ->
                new PolicyRow(
                    report,
                    number,
                    policies.get(number).policy(),
                    policies.get(number).attribution()))
        .toList();
  }
}
