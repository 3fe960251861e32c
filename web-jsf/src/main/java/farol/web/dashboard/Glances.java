package farol.web.dashboard;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.ReportAddresses;
import farol.domain.posture.Glance;
import farol.domain.posture.Known;
import farol.domain.posture.PostureReader;
import farol.domain.posture.PostureService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks over what many domains publish; asks the database as often as for one. */
@Dependent
class Glances {
  @Inject PostureService postures;
  @Inject PostureReader reader;
  @Inject ReportAddresses addresses;

  /** Of all domains of an account, by their keys; those that were never looked at are left out. */
  Map<Long, Glance> ofAccount(long accountId, List<MonitoredDomain> all) {
    return glances(all, postures.knownOfAccount(accountId));
  }

  /** The same of some of them. */
  Map<Long, Glance> of(List<MonitoredDomain> domains) {
    return glances(domains, postures.known(domains.stream().map(MonitoredDomain::id).toList()));
  }

  private Map<Long, Glance> glances(List<MonitoredDomain> domains, Map<Long, Known> known) {
    Map<Long, Glance> glances = new HashMap<>();
    for (MonitoredDomain domain : domains) {
      Known seen = known.get(domain.id());
      if (seen != null) {
        glances.put(domain.id(), reader.glance(seen, domain.name(), addresses.of(domain)));
      }
    }
    return glances;
  }
}
