package farol.web.imports;

import farol.domain.account.Role;
import farol.imports.ImportService;
import farol.imports.ReportImport;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.web.access.AtLeast;
import farol.web.kit.Key;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.Pages;
import farol.web.kit.ShownRows;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The latest imports of an account, and of one that is chosen what it did not take. */
@Named("imports")
@RequestScoped
public class ImportsView {
  private static final int MOST = 50;
  private static final int SIZE = 25;

  @Inject ImportService imports;
  @Inject Settings settings;
  @Inject SignedIn signedIn;
  @Inject ShownRows shownRows;
  @Inject Texts texts;

  @Inject
  @ManagedProperty("#{param.id}")
  @Nullable String id;

  @Inject
  @ManagedProperty("#{param.page}")
  @Nullable String page;

  private List<ImportRow> rows = List.of();
  private boolean more;
  private @Nullable ReportImport chosen; // null unless the address names one
  private List<UntakenRow> untaken = List.of();
  private @Nullable Pages pages; // null where nothing is chosen

  /** Early, since a button is found again only in a row that is there. */
  @PostConstruct
  void load() {
    long account = signedIn.accountId();
    chosen = Key.parse(id).flatMap(known -> imports.find(account, known)).orElse(null);
    List<ReportImport> latest = imports.list(account, 0, MOST + 1);
    more = latest.size() > MOST;
    rows = latest.stream().limit(MOST).map(this::row).toList();
    if (chosen != null) {
      loadUntaken(account, chosen.id());
    }
  }

  private ImportRow row(ReportImport shown) {
    return ImportRow.of(shown, chosen != null && chosen.id() == shown.id(), texts);
  }

  private void loadUntaken(long account, long key) {
    long total = imports.countRefusals(account, key);
    int number = Pages.number(page, SIZE, total);
    untaken =
        imports.refusals(account, key, (number - 1L) * SIZE, SIZE).stream()
            .map(refusal -> UntakenRow.of(refusal, texts))
            .toList();
    pages = Pages.of("imports?id=" + key, number, SIZE, total, texts).to("untaken");
  }

  /** Ends the request if the address names an import that is not this account's. */
  public void guard() {
    if (given(id) != null && chosen == null) {
      Outcome.notFound();
    }
  }

  /** Ends an import; what it has stored stays. */
  @AtLeast(Role.ANALYST)
  public @Nullable String cancel(long key) {
    return act("imports.cancelled", () -> imports.cancel(signedIn.accountId(), key));
  }

  /** Has an import go on that was given up. */
  @AtLeast(Role.ANALYST)
  public @Nullable String retry(long key) {
    return act("imports.retried", () -> imports.retry(signedIn.accountId(), key));
  }

  private @Nullable String act(String doneKey, Supplier<Optional<ReportImport>> act) {
    if (!shownRows.areStill("shown", getShown())) {
      return Outcome.samePage();
    }
    Optional<ReportImport> done = act.get();
    if (done.isEmpty()) {
      Outcome.notFound();
      return null;
    }
    Messages.done(texts.format(doneKey, done.get().name()));
    return Outcome.samePage();
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = given(id);
  }

  public @Nullable String getPage() {
    return page;
  }

  public void setPage(@Nullable String page) {
    this.page = given(page);
  }

  /** What an address does not name comes as an empty text, of forms too. */
  private static @Nullable String given(@Nullable String field) {
    return field == null || field.isEmpty() ? null : field;
  }

  public List<ImportRow> getRows() {
    return rows;
  }

  /** Which imports the page shows. */
  public String getShown() {
    return ShownRows.of(rows.stream().map(ImportRow::id));
  }

  /** Whether there are older ones. */
  public boolean isMore() {
    return more;
  }

  /** The command that looks again, while there is something to see; empty when all are over. */
  public String getRepeated() {
    return rows.stream().allMatch(ImportRow::over) ? "" : "lookAgain";
  }

  /** Null unless one is chosen. */
  public @Nullable ReportImport getChosen() {
    return chosen;
  }

  /** A part of what the chosen import did not take. */
  public List<UntakenRow> getUntaken() {
    return untaken;
  }

  public @Nullable Pages getPages() {
    return pages;
  }

  /** Bytes that a file may have, for the page's script. */
  public long getMostBytes() {
    return settings.number(Setting.LIMIT_IMPORT_BYTES);
  }
}
