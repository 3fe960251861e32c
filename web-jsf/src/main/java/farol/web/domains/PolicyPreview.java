package farol.web.domains;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostedPolicy;
import farol.domain.hosting.HostingService;
import farol.domain.hosting.PolicyChange;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.published.Finding;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.RecordReading;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the policy would mean, before it is made.
 *
 * @param sentence sums it up
 * @param text the policy as senders would get it; empty where nothing would be served, or what was
 *     entered is no policy
 * @param possible whether it can be made
 * @param confirmationNeeded whether somebody must say that they mean it
 */
public record PolicyPreview(
    String sentence,
    String text,
    List<FindingRow> findings,
    boolean possible,
    boolean confirmationNeeded,
    PolicyDraft draft) {
  public PolicyPreview {
    findings = List.copyOf(findings);
  }

  static PolicyPreview of(
      PolicyDraft draft,
      MonitoredDomain domain,
      HostedPolicies policies,
      HostingService hosting,
      Instant now,
      Texts texts) {
    if (draft.isStop()) {
      return judged(draft, null, hosting.preview(domain, null), policies, now, texts);
    }
    RecordReading<MtaStsPolicy> reading = draft.read();
    Optional<MtaStsPolicy> policy = reading.record();
    if (policy.isEmpty()) {
      return new PolicyPreview(
          texts.get("hosting.preview.invalid"),
          "",
          FindingRow.of(reading.findings(), texts),
          false,
          false,
          draft);
    }
    PolicyChange change = hosting.preview(domain, policy.get());
    return judged(draft, policy.get(), change, policies, now, texts);
  }

  private static PolicyPreview judged(
      PolicyDraft draft,
      @Nullable MtaStsPolicy policy,
      PolicyChange change,
      HostedPolicies policies,
      Instant now,
      Texts texts) {
    Optional<MtaStsPolicy> served = policies.current().map(HostedPolicy::policy);
    boolean isSame = served.equals(Optional.ofNullable(policy));
    List<Finding> findings = new ArrayList<>(isSame ? List.of() : change.findings(now));
    boolean needed = !isSame && change.needsConfirmation(now);
    return new PolicyPreview(
        sentence(isSame, needed, findings.isEmpty(), texts),
        policy == null ? "" : policy.text(),
        FindingRow.of(findings, texts),
        !isSame,
        needed,
        draft);
  }

  private static String sentence(boolean isSame, boolean needed, boolean isFine, Texts texts) {
    if (isSame) {
      return texts.get("hosting.preview.same");
    }
    if (needed) {
      return texts.get("hosting.preview.danger");
    }
    return texts.get(isFine ? "hosting.preview.fine" : "hosting.preview.remarks");
  }

  /** Whether nothing would be served any more. */
  public boolean isEnd() {
    return draft.isStop();
  }

  /** What senders would get; null for nothing. */
  @Nullable MtaStsPolicy policy() {
    return draft.isStop() ? null : draft.read().record().orElse(null);
  }
}
