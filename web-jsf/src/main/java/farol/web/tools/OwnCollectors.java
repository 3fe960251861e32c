package farol.web.tools;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.ReportAddresses;
import farol.domain.shared.DomainName;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where Farol takes the reports of domains that whoever is signed in monitors. */
@Dependent
class OwnCollectors {
  @Inject SignedIn signedIn;
  @Inject MonitoredDomainService domains;
  @Inject ReportAddresses addresses;

  /** The domains that have one; none for people who are not signed in. */
  List<String> domains() {
    return signedIn.isKnown()
        ? domains.list(signedIn.accountId()).stream().map(domain -> domain.name().value()).toList()
        : List.of();
  }

  /** The addresses for a domain's reports; none where it is not theirs. */
  List<URI> of(DomainName domain) {
    Optional<MonitoredDomain> own =
        signedIn.isKnown() ? domains.find(signedIn.accountId(), domain) : Optional.empty();
    return own.map(addresses::of).orElse(List.of());
  }

  /** Whether one of these is a mailbox. */
  boolean areMailed() {
    return addresses.isMailRead();
  }
}
