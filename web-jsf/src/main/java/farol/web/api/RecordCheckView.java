package farol.web.api;

import farol.tools.record.CheckedDomain;
import java.util.List;
import java.util.Optional;

/**
 * What a domain publishes, and what senders make of it: all findings in one list, the worst first,
 * for scripts that only ask whether all is well; the answers as they were; and the same by section,
 * as a monitored domain's posture has it.
 *
 * @param exists false where DNS knows no such domain
 * @param asOf when it was looked at: RFC 3339, UTC
 */
public record RecordCheckView(
    String domain,
    boolean exists,
    String asOf,
    List<FindingView> findings,
    List<AnswerView> answers,
    List<PolicyAnswerView> policies,
    PostureView.TlsRptView tlsrpt,
    PostureView.MtaStsView mtaSts,
    PostureView.MailView mail) {
  static RecordCheckView of(CheckedDomain checked) {
    PostureView posture =
        PostureView.of(checked.posture(), checked.known(), Optional.of(checked.at()));
    return new RecordCheckView(
        checked.name().value(),
        checked.exists(),
        checked.at().toString(),
        FindingView.of(checked.findings()),
        AnswerView.of(checked),
        PolicyAnswerView.of(checked),
        posture.tlsrpt(),
        posture.mtaSts(),
        posture.mail());
  }
}
