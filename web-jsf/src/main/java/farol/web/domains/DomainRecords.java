package farol.web.domains;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.RecordLookup;
import farol.domain.monitored.DnsRecord;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.TokenSeal;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.web.kit.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;

/** The record that brings a domain its reports, and whether DNS shows it. */
@Dependent
class DomainRecords {
  @Inject RecordLookup lookup;
  @Inject TokenSeal seal;
  @Inject Settings settings;
  @Inject Texts texts;

  /** The record that tells senders where to report. */
  DnsRecord tlsRpt(MonitoredDomain domain) {
    return domain.tlsRptRecord(publicUrl(), seal);
  }

  /** Where senders post their reports. */
  URI collector(MonitoredDomain domain) {
    return domain.collectorUrl(publicUrl(), seal);
  }

  /** Whether the record is there; asks DNS, which takes up to 20 seconds. */
  Sighting tlsRptSighting(MonitoredDomain domain) {
    LookupOutcome<String> answer =
        lookup.txt(domain.name().child("_smtp._tls")).toCompletableFuture().join();
    return Sighting.of(answer, collector(domain), texts);
  }

  private URI publicUrl() {
    return settings.uri(Setting.PUBLIC_URL);
  }
}
