package farol.web.api;

import farol.domain.report.AttributedPolicy;
import farol.domain.report.FailureDetail;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.ResultType;
import farol.domain.report.StoredReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A report in full.
 *
 * @param domain the monitored domain that it was sent to
 */
public record ReportView(
    ReportHeadView report, String domain, @Nullable String contact, List<PolicyView> policies) {

  /**
   * One policy, in the report's order.
   *
   * @param attribution whose it is: {@code own}, {@code assumed_own}, {@code mx_host}, {@code
   *     assumed_mx_host}; {@code foreign} ones are not counted
   */
  public record PolicyView(
      String policyType,
      @Nullable String policyDomain,
      String attribution,
      List<String> policyString,
      List<String> mxHost,
      long successful,
      long failed,
      List<FailureView> failureDetails) {
    static PolicyView of(AttributedPolicy attributed) {
      ReportedPolicy policy = attributed.policy();
      return new PolicyView(
          policy.type().value(),
          policy.policyDomain(),
          attributed.attribution().name().toLowerCase(Locale.ROOT),
          policy.policyString(),
          policy.mxHosts(),
          policy.counts().successful(),
          policy.counts().failed(),
          policy.failures().stream().map(FailureView::of).toList());
    }
  }

  /** One failure detail; what the reporter left out is absent. */
  public record FailureView(
      @Nullable String resultType,
      @Nullable String sendingMtaIp,
      @Nullable String receivingMxHostname,
      @Nullable String receivingMxHelo,
      @Nullable String receivingIp,
      long failedSessionCount,
      @Nullable String additionalInformation,
      @Nullable String failureReasonCode) {
    static FailureView of(FailureDetail detail) {
      ResultType type = detail.resultType();
      return new FailureView(
          type == null ? null : type.value(),
          detail.sendingMtaIp(),
          detail.receivingMxHostname(),
          detail.receivingMxHelo(),
          detail.receivingIp(),
          detail.failedSessions(),
          detail.additionalInformation(),
          detail.failureReasonCode());
    }
  }

  static ReportView of(StoredReport stored) {
    return new ReportView(
        ReportHeadView.of(stored.head()),
        stored.domainName(),
        stored.report().contact(),
        stored.policies().stream().map(PolicyView::of).toList());
  }
}
