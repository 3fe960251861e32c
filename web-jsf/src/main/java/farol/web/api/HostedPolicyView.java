package farol.web.api;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostedPolicy;
import farol.domain.hosting.HostingRecords;
import farol.domain.monitored.DnsRecord;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.published.Finding;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MxPattern;
import farol.domain.shared.DomainName;
import java.net.URI;
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
 * @param records to publish: the one that tells senders of the policy, and the one that leads them
 *     here
 * @param olderHeldUntil until when senders may go by an older version; absent where none can
 * @param proposed patterns for the mail hosts as last seen
 * @param uncoveredHosts hosts of policies of this account for which the certificate of Farol's own
 *     listener is not; a proxy in front may have others
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
    List<String> proposed,
    List<String> uncoveredHosts,
    List<FindingView> findings) {

  static HostedPolicyView of(
      MonitoredDomain domain, HostedPolicies policies, URI publicUrl, Instant now) {
    Optional<HostedPolicy> current = policies.current();
    Optional<MtaStsPolicy> policy = current.map(HostedPolicy::policy);
    return new HostedPolicyView(
        current.isPresent(),
        current.map(version -> version.record().id()).orElse(null),
        policy.map(draft -> draft.mode().text()).orElse(null),
        policy.map(draft -> draft.maxAge().toSeconds()).orElse(null),
        policy.map(draft -> values(draft.mx())).orElse(List.of()),
        current.map(version -> version.since().toString()).orElse(null),
        current.map(version -> records(domain.name(), version, publicUrl)).orElse(List.of()),
        policies.olderHeldUntil(now).map(Instant::toString).orElse(null),
        values(domain.mailHosts().stream().map(MxPattern::of).toList()),
        List.of(),
        List.of());
  }

  HostedPolicyView with(List<String> uncovered, List<Finding> said) {
    return new HostedPolicyView(
        hosted,
        id,
        mode,
        maxAge,
        mx,
        since,
        records,
        olderHeldUntil,
        proposed,
        List.copyOf(uncovered),
        FindingView.of(said));
  }

  private static List<String> values(List<MxPattern> patterns) {
    return patterns.stream().map(MxPattern::value).toList();
  }

  private static List<DnsRecord> records(DomainName domain, HostedPolicy policy, URI publicUrl) {
    HostingRecords records = HostingRecords.of(domain, policy, publicUrl);
    return List.of(records.id(), records.host());
  }
}
