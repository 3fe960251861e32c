package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the domain that an address names, in the account of who asks; nobody sees another's. */
@Dependent
class OwnDomain {
  @Inject MonitoredDomainService domains;
  @Inject SignedIn signedIn;

  /** Empty where the name is none, or not this account's. */
  Optional<MonitoredDomain> find(@Nullable String name) {
    return nameOf(name).flatMap(known -> domains.find(signedIn.accountId(), known));
  }

  /** The name that a parameter gives; empty where it is none. */
  static Optional<DomainName> nameOf(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(DomainName.parse(text));
    } catch (InvalidDomainNameException notAName) {
      return Optional.empty();
    }
  }
}
