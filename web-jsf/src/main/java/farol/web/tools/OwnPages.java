package farol.web.tools;

import farol.domain.monitored.MonitoredDomainService;
import farol.web.kit.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where more is known about a domain: its pages here, if whoever is signed in monitors it. The one
 * place that decides what a tool's result links to.
 */
@RequestScoped
public class OwnPages {
  @Inject HttpServletRequest request;
  @Inject SignedIn signedIn;
  @Inject MonitoredDomainService domains;

  private Set<String> monitored = Set.of();

  @PostConstruct
  void load() {
    if (signedIn.isKnown()) {
      monitored =
          domains.list(signedIn.accountId()).stream()
              .map(domain -> domain.name().value())
              .collect(Collectors.toSet());
    }
  }

  /** Whether there is one. */
  boolean has(String domain) {
    return monitored.contains(domain);
  }

  /** Empty where there is none. */
  public String of(String domain) {
    return monitored.contains(domain) ? request.getContextPath() + "/domain?name=" + domain : "";
  }
}
