package farol.web.api;

import farol.domain.posture.Posture.MailHost;
import farol.tools.record.CheckedDomain;
import java.util.List;
import java.util.Optional;

/**
 * Whether senders find a domain's MTA-STS policy, and whether its mail hosts fit it.
 *
 * @param exists false where DNS knows no such domain
 * @param asOf when it was looked at: RFC 3339, UTC
 * @param findings the worst first
 * @param answers of DNS, as they were
 * @param policies what the policy's host answers, by IPv4 and by IPv6
 * @param mtaSts what is in force
 * @param hosts the mail hosts, most preferred first
 */
public record MtaStsCheckView(
    String domain,
    boolean exists,
    String asOf,
    List<FindingView> findings,
    List<AnswerView> answers,
    List<PolicyAnswerView> policies,
    PostureView.MtaStsView mtaSts,
    List<CoveredHostView> hosts) {

  /**
   * A mail host against the policy.
   *
   * @param coveredByPolicy whether the policy in force names it; false where none is
   */
  public record CoveredHostView(int preference, String host, boolean coveredByPolicy) {
    static CoveredHostView of(MailHost host) {
      return new CoveredHostView(
          host.exchanger().preference(), host.exchanger().target(), host.isCovered());
    }
  }

  static MtaStsCheckView of(CheckedDomain checked) {
    return new MtaStsCheckView(
        checked.name().value(),
        checked.exists(),
        checked.at().toString(),
        FindingView.of(checked.findings()),
        AnswerView.ofMtaSts(checked),
        PolicyAnswerView.of(checked),
        PostureView.of(checked.posture(), checked.known(), Optional.of(checked.at())).mtaSts(),
        checked.posture().mail().hosts().stream().map(CoveredHostView::of).toList());
  }
}
