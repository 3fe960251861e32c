package farol.web.api;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostedPolicy;
import farol.domain.monitored.DnsRecord;
import farol.domain.published.Finding;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MxPattern;
import farol.domain.shared.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy that is served for a domain.
 *
 * @param hosted whether one is; if not, most of the rest is absent
 * @param maxAge in seconds
 * @param since RFC 3339, UTC
 * @param records to publish: the one that tells senders of the policy, and the alias that leads
 *     them here
 * @param olderHeldUntil until when senders may go by an older version; absent where none can
 * @param findings what there is to say of the change that was made
 */
public record HostedPolicyView(
    boolean hosted,
    @Nullable String id,
    @Nullable String mode,
    @Nullable Long maxAge,
    List<String> mx,
    @Nullable String since,
    List<DnsRecord> records,
    @Nullable String olderHeldUntil,
    List<FindingView> findings) {
  static HostedPolicyView of(
      DomainName domain,
      HostedPolicies policies,
      String host,
      Optional<Instant> olderHeldUntil,
      List<Finding> findings) {
    String until = olderHeldUntil.map(Instant::toString).orElse(null);
    List<FindingView> said = FindingView.of(findings);
    return policies
        .current()
        .map(current -> of(domain, current, host, until, said))
        .orElseGet(
            () ->
                new HostedPolicyView(
                    false, null, null, null, List.of(), null, List.of(), until, said));
  }

  private static HostedPolicyView of(
      DomainName domain,
      HostedPolicy current,
      String host,
      @Nullable String until,
      List<FindingView> findings) {
    MtaStsPolicy policy = current.policy();
    return new HostedPolicyView(
        true,
        current.record().id(),
        policy.mode().text(),
        policy.maxAge().toSeconds(),
        policy.mx().stream().map(MxPattern::value).toList(),
        current.since().toString(),
        List.of(
            DnsRecord.txt("_mta-sts." + domain, current.record().text()),
            new DnsRecord("mta-sts." + domain, "CNAME", host + ".")),
        until,
        findings);
  }
}
