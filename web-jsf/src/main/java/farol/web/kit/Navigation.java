package farol.web.kit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/** The links at the top of every page. */
@Named
@RequestScoped
public class Navigation {
  private static final List<String> OF_DOMAINS =
      List.of(
          "/domains",
          "/domains-add",
          "/domain",
          "/domain-failures",
          "/domain-reports",
          "/domain-mail",
          "/domain-published",
          "/domain-refused",
          "/domain-hosting",
          "/domain-settings",
          "/report");
  private static final List<String> OF_TOOLS =
      List.of(
          "/tools",
          "/tools/record-check",
          "/tools/mta-sts",
          "/tools/record-syntax",
          "/tools/record",
          "/tools/report");

  private static final List<String> OF_AUDIT = List.of("/audit");

  @Inject HttpServletRequest request;
  @Inject SignedIn signedIn;

  private List<Link> links = List.of();

  /**
   * A link of the navigation.
   *
   * @param current {@code page} on the page itself and its children, as ARIA has it
   */
  public record Link(String id, String href, String textKey, String current) {}

  @PostConstruct
  void load() {
    List<Link> all = new ArrayList<>();
    if (signedIn.isKnown()) {
      all.add(link("nav-dashboard", "/", "nav.dashboard", List.of("/", "/index", "/failures")));
      all.add(link("nav-domains", "/domains", "nav.domains", OF_DOMAINS));
    }
    if (signedIn.isAnalyst()) {
      all.add(link("nav-imports", "/imports", "nav.imports", List.of("/imports")));
    }
    all.add(link("nav-tools", "/tools", "nav.tools", OF_TOOLS));
    if (signedIn.isKnown() && signedIn.isOperator()) {
      all.add(
          link(
              "nav-operations", "/operations", "nav.operations", List.of("/operations", "/users")));
    }
    if (signedIn.isKnown() && signedIn.isAuditor()) {
      all.add(link("nav-audit", "/audit?all=true", "nav.audit", OF_AUDIT));
    }
    links = List.copyOf(all);
  }

  public List<Link> getLinks() {
    return links;
  }

  /** Where the product's name leads. */
  public String getHome() {
    return request.getContextPath() + (signedIn.isKnown() ? "/" : "/tools");
  }

  private Link link(String id, String path, String textKey, List<String> pages) {
    String page = request.getServletPath().replace(".xhtml", "");
    return new Link(
        id, request.getContextPath() + path, textKey, pages.contains(page) ? "page" : "false");
  }
}
