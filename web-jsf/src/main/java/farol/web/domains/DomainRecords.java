package farol.web.domains;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.RecordLookup;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.ReportAddresses;
import farol.web.kit.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Whether DNS shows the record that brings a domain its reports. */
@Dependent
class DomainRecords {
  @Inject RecordLookup lookup;
  @Inject ReportAddresses addresses;
  @Inject Texts texts;

  /** Whether the record is there; asks DNS, which takes up to 20 seconds. */
  Sighting tlsRptSighting(MonitoredDomain domain) {
    LookupOutcome<String> answer =
        lookup.txt(domain.name().child("_smtp._tls")).toCompletableFuture().join();
    return Sighting.of(answer, addresses.of(domain), texts);
  }
}
