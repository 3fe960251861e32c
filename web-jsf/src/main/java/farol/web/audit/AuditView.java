package farol.web.audit;

import farol.domain.account.AccountService;
import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditEntry;
import farol.domain.audit.AuditFilter;
import farol.domain.audit.AuditLog;
import farol.web.kit.NotAllowedException;
import farol.web.kit.Outcome;
import farol.web.kit.Pages;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /**
   * A kind of change that can be asked for.
   *
   * @param name as the address has it
   */
  public record Choice(String name, String text) {}

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
    return "?all=" + isOfAll() + "&actor=" + encoded(actor) + "&action=" + encoded(action);
  }

  /** Where a person's name leads. */
  public String hrefOf(String person) {
    return "audit?all=" + isOfAll() + "&actor=" + encoded(person);
  }

  private static String encoded(@Nullable String text) {
    return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
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
    return !encoded(actor).isEmpty() || !encoded(action).isEmpty();
  }

  public List<Choice> getChoices() {
    return Arrays.stream(AuditAction.values())
        .map(each -> new Choice(each.name(), texts.get("audit.kind." + each.name())))
        .toList();
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
