package farol.web.audit;

import farol.domain.account.AccountService;
import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditEntry;
import farol.domain.audit.AuditFilter;
import farol.domain.audit.AuditLog;
import farol.web.kit.Choice;
import farol.web.kit.NotAllowedException;
import farol.web.kit.Outcome;
import farol.web.kit.Pages;
import farol.web.kit.Query;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who changed what, a page at a time: in the account, or in the whole installation. */
@Named("audit")
@RequestScoped
public class AuditView {
  private static final int SIZE = 50;

  @Inject AuditLog log;
  @Inject AuditSelection selection;
  @Inject AccountService accounts;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  private @Nullable String all;
  private @Nullable String actor;
  private @Nullable String action;
  private @Nullable String page;
  private @Nullable Pages pages;
  private List<AuditRow> rows = List.of();

  /** Reads the page, or ends the request of who may not see it. */
  public void load() {
    try {
      show(selection.filter(all, actor, action));
    } catch (NotAllowedException refused) {
      Outcome.forbidden();
    }
  }

  private void show(AuditFilter filter) {
    int number = Pages.number(page);
    List<AuditEntry> entries = log.list(filter, (number - 1) * SIZE, SIZE);
    Map<Long, String> founders = isOfAll() ? accounts.founders(accountsOf(entries)) : Map.of();
    rows = entries.stream().map(entry -> AuditRow.of(entry, founders, texts)).toList();
    pages = Pages.of("audit" + getQuery(), number, SIZE, log.count(filter), texts);
  }

  private static Set<Long> accountsOf(List<AuditEntry> entries) {
    return entries.stream()
        .map(AuditEntry::accountId)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** The address's parameters but the page. */
  public String getQuery() {
    return ofAll().with("actor", actor).with("action", action).href();
  }

  /** Where a person's name leads. */
  public String hrefOf(String person) {
    return "audit" + ofAll().with("actor", person).href();
  }

  private Query ofAll() {
    return Query.EMPTY.with("all", String.valueOf(isOfAll()));
  }

  /** Whether it is the installation's. */
  public boolean isOfAll() {
    return AuditSelection.isOfAll(all);
  }

  /** What the page shows, in a sentence. */
  public String getLead() {
    return texts.get(isOfAll() ? "audit.lead.all" : "audit.lead");
  }

  /** Whether fewer than all are asked for. */
  public boolean isFiltered() {
    return !ofAll().with("actor", actor).with("action", action).equals(ofAll());
  }

  /** The kinds of changes that can be asked for. */
  public List<Choice> getChoices() {
    return Stream.concat(
            Stream.of(new Choice("", texts.get("audit.kind.all"), action == null)),
            Arrays.stream(AuditAction.values()).map(this::choice))
        .toList();
  }

  private Choice choice(AuditAction kind) {
    return new Choice(
        kind.name(), texts.get("audit.kind." + kind.name()), kind.name().equals(action));
  }

  public List<AuditRow> getRows() {
    return rows;
  }

  public @Nullable Pages getPages() {
    return pages;
  }

  public @Nullable String getAll() {
    return all;
  }

  public void setAll(@Nullable String all) {
    this.all = all;
  }

  public @Nullable String getActor() {
    return actor;
  }

  public void setActor(@Nullable String actor) {
    this.actor = actor;
  }

  public @Nullable String getAction() {
    return action;
  }

  public void setAction(@Nullable String action) {
    this.action = action;
  }

  public @Nullable String getPage() {
    return page;
  }

  public void setPage(@Nullable String page) {
    this.page = page;
  }
}
