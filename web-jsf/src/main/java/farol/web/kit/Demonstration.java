package farol.web.kit;

import farol.domain.monitored.MonitoredDomainService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Says on every page of an account when some of what it shows is made up. */
@Named
@RequestScoped
public class Demonstration {
  @Inject MonitoredDomainService domains;
  @Inject SignedIn signedIn;

  private boolean shown;

  @PostConstruct
  void load() {
    shown = signedIn.isKnown() && domains.hasDemonstration(signedIn.accountId());
  }

  public boolean isShown() {
    return shown;
  }
}
