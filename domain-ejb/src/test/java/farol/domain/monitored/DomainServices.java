package farol.domain.monitored;

import farol.domain.audit.AuditLogs;
import farol.domain.lookup.RecordLookup;
import farol.settings.Settings;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** What a container makes of monitored domains, without one; for tests. */
public final class DomainServices {
  private DomainServices() {}

  /** One whose methods belong to the transaction of {@code entities}. */
  public static MonitoredDomainService on(
      EntityManager entities, CollectorDirectory collectors, Settings settings, Clock clock) {
    MonitoredDomainService service = new MonitoredDomainService();
    service.domains = new MonitoredDomainStore();
    service.domains.entities = entities;
    service.collectors = collectors;
    service.audit = AuditLogs.on(entities, clock);
    service.seal = Seals.SEAL;
    service.settings = settings;
    service.clock = clock;
    return service;
  }

  /** One that asks this DNS. */
  public static OwnershipLookup asking(RecordLookup dns) {
    OwnershipLookup lookup = new OwnershipLookup();
    lookup.lookup = dns;
    return lookup;
  }
}
