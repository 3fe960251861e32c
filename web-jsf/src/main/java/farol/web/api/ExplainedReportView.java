package farol.web.api;

import farol.domain.diagnosis.PolicyMode;
import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.Report;
import farol.domain.report.ReportWindow;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.ResultType;
import farol.tools.report.ExplainedFailure;
import farol.tools.report.ExplainedPolicy;
import farol.tools.report.Explanation.Explained;
import farol.web.kit.CauseText;
import farol.web.kit.Texts;
import farol.wire.Warning;
import farol.wire.mail.Envelope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report, explained. Codes are stable, texts are English.
 *
 * @param organization empty where the sender left it out
 * @param mail what the mail around it said; absent where it came without one
 */
public record ExplainedReportView(
    String organization,
    @Nullable String contact,
    String reportId,
    WindowView window,
    List<PolicyView> policies,
    List<WarningView> warnings,
    @Nullable MailView mail) {
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

  /** The time that it covers, RFC 3339 in UTC. */
  public record WindowView(String start, String end) {
    static WindowView of(ReportWindow window) {
      return new WindowView(window.start().toString(), window.end().toString());
    }
  }

  /**
   * One policy, in the report's order.
   *
   * @param mode of an {@code sts} policy: {@code enforce}, {@code testing}, {@code none}, or {@code
   *     unknown} where the reporter does not say; absent for others
   */
  public record PolicyView(
      String policyType,
      @Nullable String policyDomain,
      @Nullable String mode,
      List<String> policyString,
      List<String> mxHost,
      long successful,
      long failed,
      List<FailureView> failureDetails) {
    static PolicyView of(ExplainedPolicy explained) {
      ReportedPolicy policy = explained.policy();
      return new PolicyView(
          policy.type().value(),
          policy.policyDomain(),
          policy.type().equals(PolicyType.STS) ? word(explained.mode()) : null,
          policy.policyString(),
          policy.mxHosts(),
          policy.counts().successful(),
          policy.counts().failed(),
          explained.failures().stream().map(FailureView::of).toList());
    }

    private static String word(PolicyMode mode) {
      return mode.name().toLowerCase(Locale.ROOT);
    }
  }

  /** One failure detail, and what it means; what the reporter left out is absent. */
  public record FailureView(
      @Nullable String resultType,
      @Nullable String sendingMtaIp,
      @Nullable String receivingMxHostname,
      @Nullable String receivingMxHelo,
      @Nullable String receivingIp,
      long failedSessionCount,
      @Nullable String additionalInformation,
      @Nullable String failureReasonCode,
      CauseView cause,
      ConsequenceView consequence) {
    static FailureView of(ExplainedFailure explained) {
      FailureDetail detail = explained.detail();
      ResultType type = detail.resultType();
      return new FailureView(
          type == null ? null : type.value(),
          detail.sendingMtaIp(),
          detail.receivingMxHostname(),
          detail.receivingMxHelo(),
          detail.receivingIp(),
          detail.failedSessions(),
          detail.additionalInformation(),
          detail.failureReasonCode(),
          CauseView.of(explained),
          ConsequenceView.of(explained));
    }
  }

  /** Why it failed, how to make sure, and what to do. */
  public record CauseView(String code, String title, String text, String confirm, String fix) {
    static CauseView of(ExplainedFailure explained) {
      CauseText text = CauseText.of(explained.cause(), ENGLISH);
      return new CauseView(
          explained.cause().name(), text.title(), text.why(), text.confirm(), text.fix());
    }
  }

  /** What became of the mail. */
  public record ConsequenceView(String code, String title, String text) {
    static ConsequenceView of(ExplainedFailure explained) {
      String prefix = "consequence." + explained.consequence().key();
      return new ConsequenceView(
          explained.consequence().name(), ENGLISH.get(prefix), ENGLISH.get(prefix + ".text"));
    }
  }

  /** Something odd about it. */
  public record WarningView(String code, String detail) {
    static WarningView of(Warning warning) {
      return new WarningView(warning.code().name(), warning.detail());
    }
  }

  /** What is absent here the mail did not say. */
  public record MailView(
      @Nullable String from,
      @Nullable String subject,
      @Nullable String reportDomain,
      @Nullable String submitter,
      @Nullable String fileName) {
    static MailView of(Envelope envelope) {
      return new MailView(
          envelope.from(),
          envelope.subject(),
          envelope.reportDomain(),
          envelope.submitter(),
          envelope.fileName());
    }
  }

  static ExplainedReportView of(Explained explained) {
    Report report = explained.report();
    return new ExplainedReportView(
        report.organization(),
        report.contact(),
        report.reportId(),
        WindowView.of(report.window()),
        explained.policies().stream().map(PolicyView::of).toList(),
        explained.warnings().stream().map(WarningView::of).toList(),
        Optional.ofNullable(explained.envelope()).map(MailView::of).orElse(null));
  }
}
