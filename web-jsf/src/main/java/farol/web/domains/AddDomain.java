package farol.web.domains;

import farol.domain.account.Role;
import farol.domain.monitored.DomainRefusedException;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.shared.Excerpt;
import farol.web.access.AtLeast;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The dialog that claims a domain. */
@Named
@RequestScoped
public class AddDomain {
  @Inject MonitoredDomainService domains;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  private String name = "";

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  @AtLeast(Role.ANALYST)
  public void add() {
    try {
      MonitoredDomain domain = domains.add(signedIn.accountId(), name);
      Outcome.redirect("/domain?name=" + domain.name());
    } catch (DomainRefusedException refused) {
      Messages.error(
          "add:name",
          texts.format("add.refused." + refused.reason().name(), Excerpt.of(name.strip())));
    }
  }
}
