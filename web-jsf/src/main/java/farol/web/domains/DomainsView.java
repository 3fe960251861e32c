package farol.web.domains;

import farol.domain.diagnosis.ProblemService;
import farol.domain.monitored.DomainKey;
import farol.domain.monitored.DomainPage;
import farol.domain.monitored.DomainSearch;
import farol.domain.monitored.DomainState;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.report.LatestReport;
import farol.domain.report.ReportArchive;
import farol.domain.shared.DomainName;
import farol.domain.shared.Sorting;
import farol.web.kit.Choice;
import farol.web.kit.Pages;
import farol.web.kit.Query;
import farol.web.kit.SignedIn;
import farol.web.kit.TableHeads;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The account's domains, and how far each has come, a page at a time. */
@Named("domains")
@RequestScoped
public class DomainsView {
  private static final int SIZE = 50;

  @Inject MonitoredDomainService domains;
  @Inject ProblemService problems;
  @Inject ReportArchive reports;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  private @Nullable String find;
  private @Nullable String show;
  private @Nullable String sort;
  private @Nullable String page;
  private Shown shown = Shown.ALL;
  private @Nullable Pages pages;
  private List<TableHeads.Head> heads = List.of();
  private List<Row> rows = List.of();

  /** Which domains can be asked for; in the address, in small letters. */
  private enum Shown {
    ALL("domains.show.all", EnumSet.allOf(DomainState.class)),
    PROBLEMS("domains.show.problems", EnumSet.of(DomainState.VERIFIED)),
    VERIFIED("domains.show.verified", EnumSet.of(DomainState.VERIFIED)),
    PENDING("domains.show.pending", EnumSet.of(DomainState.PENDING)),
    SUSPENDED("domains.show.suspended", EnumSet.of(DomainState.SUSPENDED));

    private final String textKey;
    private final Set<DomainState> states;

    Shown(String textKey, Set<DomainState> states) {
      this.textKey = textKey;
      this.states = states;
    }

    static Shown of(@Nullable String parameter) {
      return Arrays.stream(values())
          .filter(shown -> shown.text().equals(parameter))
          .findFirst()
          .orElse(ALL);
    }

    Set<DomainState> states() {
      return states;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where none is needed. */
    String parameter() {
      return this == ALL ? "" : text();
    }
  }

  /**
   * A domain in the list.
   *
   * @param tone names its state in the style sheet
   * @param next what its owner has to do; empty where nothing
   */
  public record Row(
      String name,
      String unicode,
      String href,
      String tone,
      String state,
      Instant createdAt,
      @Nullable Instant lastReport,
      String next) {
    public boolean isReported() {
      return lastReport != null;
    }
  }

  public void load() {
    long account = signedIn.accountId();
    Sorting<DomainKey> order = TableHeads.read(sort, DomainSearch.USUAL);
    shown = Shown.of(show);
    DomainSearch search =
        new DomainSearch(getFind(), shown.states(), broken(account).orElse(null), order);
    DomainPage found = domains.search(account, search, Pages.number(page) - 1, SIZE);
    Map<Long, Instant> latest =
        reports.latest(found.items().stream().map(MonitoredDomain::id).toList()).stream()
            .collect(Collectors.toMap(LatestReport::domainId, LatestReport::receivedAt));
    rows =
        found.items().stream()
            .map(domain -> row(domain, Optional.ofNullable(latest.get(domain.id()))))
            .toList();
    Query filter = Query.EMPTY.with("find", getFind()).with("show", shown.parameter());
    pages =
        Pages.of(
            TableHeads.with(filter, order, DomainSearch.USUAL).href(),
            found.page() + 1,
            SIZE,
            found.total(),
            texts);
    heads =
        new TableHeads<>(order, DomainSearch.USUAL, filter, texts)
            .column(DomainKey.NAME, "matrix.domain")
            .column(DomainKey.STATE, "domains.state")
            .column(DomainKey.ADDED, "domains.added")
            .plain("matrix.last-report")
            .all();
  }

  /** The only ones that are asked for, if those with open problems are. */
  private Optional<Set<DomainName>> broken(long account) {
    return shown == Shown.PROBLEMS
        ? Optional.of(
            problems.summaryOfAccount(account).broken().keySet().stream()
                .map(DomainName::parse)
                .collect(Collectors.toSet()))
        : Optional.empty();
  }

  public @Nullable String getPage() {
    return page;
  }

  public void setPage(@Nullable String page) {
    this.page = page;
  }

  public List<Row> getRows() {
    return rows;
  }

  public @Nullable Pages getPages() {
    return pages;
  }

  private Row row(MonitoredDomain domain, Optional<Instant> lastReport) {
    String name = domain.name().value();
    String unicode = domain.name().unicode();
    String next = domain.isVerified() ? "domains.next.publish" : "domains.next.prove";
    return new Row(
        name,
        unicode.equals(name) ? "" : unicode,
        "domain?name=" + name,
        DomainHead.tone(domain),
        texts.get("state." + domain.state().name()),
        domain.createdAt(),
        lastReport.orElse(null),
        lastReport.isPresent() ? "" : texts.get(next));
  }

  public String getFind() {
    return find == null ? "" : find;
  }

  public void setFind(@Nullable String find) {
    this.find = find;
  }

  public @Nullable String getShow() {
    return show;
  }

  public void setShow(@Nullable String show) {
    this.show = show;
  }

  public @Nullable String getSort() {
    return sort;
  }

  public void setSort(@Nullable String sort) {
    this.sort = sort;
  }

  public List<Choice> getChoices() {
    return Arrays.stream(Shown.values())
        .map(each -> new Choice(each.parameter(), texts.get(each.textKey), each == shown))
        .toList();
  }

  /** Whether fewer domains are asked for than all. */
  public boolean isFiltered() {
    return shown != Shown.ALL || !getFind().isBlank();
  }

  public List<TableHeads.Head> getHeads() {
    return heads;
  }
}
