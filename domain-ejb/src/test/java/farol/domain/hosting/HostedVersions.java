package farol.domain.hosting;

import farol.domain.audit.AuditLogs;
import farol.domain.published.MtaStsPolicy;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Versions of a hosted policy, one after the other, for tests of what goes by them. */
public final class HostedVersions {
  private final List<HostedPolicy> versions = new ArrayList<>();

  /** The service on a database of a test. */
  public static HostingService service(EntityManager entities, Clock clock) {
    HostingService service = new HostingService();
    service.policies = new PolicyStore();
    service.policies.entities = entities;
    service.audit = AuditLogs.on(entities, clock);
    service.clock = clock;
    return service;
  }

  /** Serves a policy from then on. */
  public HostedVersions serve(String id, MtaStsPolicy policy, Instant since) {
    stop(since);
    versions.add(0, new HostedPolicy(1, id, policy, since));
    return this;
  }

  /** Serves none from then on. */
  public HostedVersions stop(Instant at) {
    all().current().ifPresent(current -> current.end(at));
    return this;
  }

  public HostedPolicies all() {
    return new HostedPolicies(versions);
  }
}
