package farol.web.domains;

import farol.domain.account.Role;
import farol.domain.hosting.Decision;
import farol.domain.hosting.HostingService;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.web.access.AtLeast;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The MTA-STS policy that Farol serves for a domain. A change stands in the address first. */
@Named("domainHosting")
@RequestScoped
public class DomainHostingView {
  @Inject HttpServletRequest request;
  @Inject OwnDomain own;
  @Inject HostingPages pages;
  @Inject HostingService hosting;
  @Inject MonitoredDomainService domains;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  private final Map<String, String> address = new HashMap<>();
  private @Nullable MonitoredDomain domain;
  private @Nullable HostingPage page;

  /** Early, since a button is found again only if what it belongs to is there. */
  @PostConstruct
  void load() {
    Optional<MonitoredDomain> found = own.find(request.getParameter("name"));
    domain = found.orElse(null);
    page = found.map(shown -> pages.of(shown, draft())).orElse(null);
  }

  private PolicyDraft draft() {
    return PolicyDraft.of(
        request.getParameter("mode"),
        request.getParameter("mx"),
        request.getParameter("age"),
        request.getParameter("seconds"));
  }

  /** Ends the request if the domain is not this account's. */
  public void guard() {
    if (page == null) {
      Outcome.notFound();
    }
  }

  /** Makes the change that is shown, unless it must be confirmed and is not. */
  @AtLeast(Role.ANALYST)
  public @Nullable String make() {
    PolicyPreview change = page == null ? null : page.preview();
    if (domain == null || change == null || !change.possible()) {
      Outcome.notFound();
      return null;
    }
    boolean isConfirmed = "1".equals(request.getParameter("confirm"));
    Decision decision = hosting.change(domain.id(), change.policy(), isConfirmed);
    switch (decision.outcome()) {
      case MADE -> Messages.done(texts.get(change.isEnd() ? "hosting.stopped" : "hosting.made"));
      case UNPROVEN -> Messages.failed(texts.get("hosting.unproven"));
      case UNCONFIRMED -> {
        Messages.error(null, texts.get("hosting.unconfirmed"));
        return null; // stays where the change can be confirmed
      }
    }
    return withoutDraft(domain);
  }

  /** Has the domain looked at by the next run of the job. */
  @AtLeast(Role.ANALYST)
  public @Nullable String lookNow() {
    if (domain == null || domains.lookNow(signedIn.accountId(), domain.name()).isEmpty()) {
      Outcome.notFound();
      return null;
    }
    Messages.done(texts.get("hosting.looking"));
    return withoutDraft(domain);
  }

  private static String withoutDraft(MonitoredDomain domain) {
    return "/domain-hosting.xhtml?faces-redirect=true&name=" + domain.name();
  }

  /** The parameters of the page, to be kept when it is shown in another language. */
  public Map<String, String> getAddress() {
    return address;
  }

  /** Null where the account has no such domain. */
  public @Nullable HostingPage getPage() {
    return page;
  }
}
