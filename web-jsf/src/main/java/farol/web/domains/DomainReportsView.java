package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.report.OriginFilter;
import farol.domain.report.ReportArchive;
import farol.domain.report.ReportKey;
import farol.domain.report.ReportPage;
import farol.domain.report.ReportSearch;
import farol.domain.shared.Sorting;
import farol.web.kit.Choice;
import farol.web.kit.Outcome;
import farol.web.kit.Pages;
import farol.web.kit.Query;
import farol.web.kit.Range;
import farol.web.kit.Selection;
import farol.web.kit.TableHeads;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reports that came for a domain, a page at a time. */
@Named("domainReports")
@RequestScoped
public class DomainReportsView {
  private static final int SIZE = 25;

  @Inject OwnDomain own;
  @Inject ReportArchive archive;
  @Inject Selection selection;
  @Inject Texts texts;
  @Inject Clock clock;

  private @Nullable String name;
  private @Nullable String reporter;
  private @Nullable String came;
  private @Nullable String sort;
  private @Nullable String page;
  private @Nullable DomainHead head;
  private @Nullable Range range;
  private @Nullable Pages pages;
  private List<TableHeads.Head> heads = List.of();
  private List<ReportRow> rows = List.of();
  private String exportQuery = "";

  public void load() {
    own.find(name).ifPresentOrElse(this::show, Outcome::notFound);
  }

  private void show(MonitoredDomain domain) {
    head = DomainHead.of(domain, texts);
    Sorting<ReportKey> order = TableHeads.read(sort, ReportSearch.USUAL);
    Query ofDomain = Query.EMPTY.with("name", head.name());
    Query chosen =
        Query.EMPTY
            .with("reporter", reporter)
            .with(OriginChoice.PARAMETER, OriginChoice.name(origins()));
    range =
        selection.range(TableHeads.with(ofDomain.and(chosen), order, ReportSearch.USUAL).text());
    Query filter =
        ofDomain
            .with("days", String.valueOf(range.days()))
            .with("show", selection.shown())
            .and(chosen);
    ReportSearch search =
        new ReportSearch(
            range.upToToday(clock), reporter(), selection.isFailuresOnly(), origins(), order);
    int number = Pages.number(page);
    ReportPage reports = archive.page(domain.id(), search, number - 1, SIZE);
    rows = reports.items().stream().map(report -> ReportRow.of(report, texts)).toList();
    exportQuery = filter.href();
    pages =
        Pages.of(
            TableHeads.with(filter, order, ReportSearch.USUAL).href(),
            number,
            SIZE,
            reports.total(),
            texts);
    heads =
        new TableHeads<>(order, ReportSearch.USUAL, filter, texts)
            .column(ReportKey.REPORTER, "reports.reporter")
            .column(ReportKey.DAY, "reports.window")
            .number(ReportKey.SUCCESSFUL, "reports.successful")
            .number(ReportKey.FAILED, "reports.failed")
            .column(ReportKey.RECEIVED, "reports.received")
            .plain("reports.came")
            .plain("reports.notes")
            .all();
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getPage() {
    return page;
  }

  public void setPage(@Nullable String page) {
    this.page = page;
  }

  public @Nullable DomainHead getHead() {
    return head;
  }

  public @Nullable Range getRange() {
    return range;
  }

  public @Nullable Pages getPages() {
    return pages;
  }

  public List<ReportRow> getRows() {
    return rows;
  }

  public @Nullable String getReporter() {
    return reporter;
  }

  public void setReporter(@Nullable String reporter) {
    this.reporter = reporter;
  }

  public @Nullable String getCame() {
    return came;
  }

  public void setCame(@Nullable String came) {
    this.came = came;
  }

  public @Nullable String getSort() {
    return sort;
  }

  public void setSort(@Nullable String sort) {
    this.sort = sort;
  }

  /** Whether fewer reports of the days are asked for than all. */
  public boolean isFiltered() {
    return selection.isFailuresOnly() || !reporter().isBlank() || origins() != OriginFilter.ANY;
  }

  public List<Choice> getChoices() {
    boolean failuresOnly = selection.isFailuresOnly();
    return List.of(
        new Choice("", texts.get("reports.show.all"), !failuresOnly),
        new Choice("failures", texts.get("reports.show.failures"), failuresOnly));
  }

  public List<Choice> getOrigins() {
    return OriginChoice.choices(origins(), texts);
  }

  /** The address's parameters for a file of what is asked for. */
  public String getExportQuery() {
    return exportQuery;
  }

  public List<TableHeads.Head> getHeads() {
    return heads;
  }

  private OriginFilter origins() {
    return OriginChoice.read(came);
  }

  private String reporter() {
    return reporter == null ? "" : reporter;
  }
}
