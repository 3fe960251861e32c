package farol.web.domains;

import farol.domain.account.Role;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.quarantine.Quarantine;
import farol.domain.quarantine.RefusedPage;
import farol.intake.Kept;
import farol.intake.Rereading;
import farol.web.access.AtLeast;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.Pages;
import farol.web.kit.RereadText;
import farol.web.kit.ShownRows;
import farol.web.kit.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was posted for a domain and refused, a page at a time. */
@Named("domainRefused")
@RequestScoped
public class DomainRefusedView {
  private static final int SIZE = 25;

  @Inject OwnDomain own;
  @Inject Quarantine quarantine;
  @Inject Rereading rereading;
  @Inject ShownRows shownRows;
  @Inject Texts texts;

  @Inject
  @ManagedProperty("#{param.name}")
  @Nullable String name;

  @Inject
  @ManagedProperty("#{param.page}")
  @Nullable String page;

  private @Nullable DomainHead head;
  private @Nullable Pages pages;
  private List<RefusedRow> rows = List.of();

  /** Early, since a button is found again only in a row that is there. */
  @PostConstruct
  void load() {
    own.find(name).ifPresent(this::show);
  }

  /** Ends the request if the domain is not this account's. */
  public void guard() {
    if (head == null) {
      Outcome.notFound();
    }
  }

  private void show(MonitoredDomain domain) {
    DomainHead shown = DomainHead.of(domain, texts);
    int number = Pages.number(page);
    RefusedPage bodies = quarantine.page(domain.id(), number - 1, SIZE);
    head = shown;
    rows = bodies.items().stream().map(body -> RefusedRow.of(body, shown.query(), texts)).toList();
    pages = Pages.of("domain-refused?" + shown.query(), number, SIZE, bodies.total(), texts);
  }

  /** Tries whether it can be read by now. */
  @AtLeast(Role.ANALYST)
  public @Nullable String readAgain(long id) {
    if (!shownRows.areStill("shown", getShown())) {
      return Outcome.samePage();
    }
    Optional<MonitoredDomain> domain = own.find(name).filter(mine -> quarantine.has(mine.id(), id));
    if (domain.isEmpty()) {
      Outcome.notFound();
      return null;
    }
    Kept kept = new Kept(Kept.Kind.REFUSED, id);
    RereadText.tell(rereading.again(domain.get().accountId(), kept), texts);
    return Outcome.samePage();
  }

  @AtLeast(Role.ANALYST)
  public @Nullable String delete(long id) {
    if (!shownRows.areStill("shown", getShown())) {
      return Outcome.samePage();
    }
    if (own.find(name).filter(domain -> quarantine.delete(domain, id)).isEmpty()) {
      Outcome.notFound();
      return null;
    }
    Messages.done(texts.get("refused.deleted"));
    return Outcome.samePage();
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable DomainHead getHead() {
    return head;
  }

  public @Nullable Pages getPages() {
    return pages;
  }

  /** Which bodies the page shows. */
  public String getShown() {
    return ShownRows.of(rows.stream().map(RefusedRow::id));
  }

  public List<RefusedRow> getRows() {
    return rows;
  }
}
