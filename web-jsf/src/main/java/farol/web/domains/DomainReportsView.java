package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.report.ReportArchive;
import farol.domain.report.ReportPage;
import farol.web.kit.Outcome;
import farol.web.kit.Pages;
import farol.web.kit.Range;
import farol.web.kit.Selection;
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
  private @Nullable String page;
  private @Nullable DomainHead head;
  private @Nullable Range range;
  private @Nullable Pages pages;
  private List<ReportRow> rows = List.of();

  public void load() {
    own.find(name).ifPresentOrElse(this::show, Outcome::notFound);
  }

  private void show(MonitoredDomain domain) {
    head = DomainHead.of(domain, texts);
    range = selection.range(head.query() + "&");
    int number = Pages.number(page);
    ReportPage reports = archive.page(domain.id(), range.upToToday(clock), number - 1, SIZE);
    rows = reports.items().stream().map(report -> ReportRow.of(report, texts)).toList();
    pages = Pages.of(range.base(), number, SIZE, reports.total(), texts);
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
}
