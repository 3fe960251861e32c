package farol.web.api;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The account of the user who calls, and the domains in it. */
@RequestScoped
public class CallerAccount {
  @Inject SignedIn signedIn;
  @Inject MonitoredDomainService domains;

  /** Its key. */
  public long id() {
    return signedIn.accountId();
  }

  /** The name in a path; one that can't be a name is a domain that the account does not have. */
  public DomainName name(String text) {
    try {
      return DomainName.parse(text);
    } catch (InvalidDomainNameException e) {
      throw ApiException.notFound("domain");
    }
  }

  public MonitoredDomain domain(String name) {
    return domains.find(id(), name(name)).orElseThrow(() -> ApiException.notFound("domain"));
  }

  /** A domain whose reports may be shown. */
  public MonitoredDomain verifiedDomain(String name) {
    MonitoredDomain domain = domain(name);
    if (!domain.isVerified()) {
      throw ApiException.conflict(
          "DOMAIN_NOT_VERIFIED", "reports are shown once the verification record is seen");
    }
    return domain;
  }
}
