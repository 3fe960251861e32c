package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.report.ReportArchive;
import farol.domain.report.ReportHead;
import farol.domain.report.ReportSearch;
import farol.web.export.Column;
import farol.web.export.Pieces;
import farol.web.export.Table;
import farol.web.export.TableSource;
import farol.web.kit.Selection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of a domain's reports. */
@RequestScoped
public class ReportTable implements TableSource {
  private static final List<Column<ReportHead>> COLUMNS =
      List.of(
          new Column<>("id", ReportHead::id),
          new Column<>("organization", ReportHead::organization),
          new Column<>("reportId", ReportHead::reportId),
          new Column<>("start", report -> report.window().start()),
          new Column<>("end", report -> report.window().end()),
          new Column<>("receivedAt", ReportHead::receivedAt),
          new Column<>("successful", report -> report.counts().successful()),
          new Column<>("failed", report -> report.counts().failed()),
          new Column<>("warnings", ReportHead::warnings),
          new Column<>("conflicting", ReportHead::conflicting),
          new Column<>("way", report -> code(report.origin().way())),
          new Column<>("grade", report -> code(report.origin().grade())),
          new Column<>("signer", report -> report.origin().signer()),
          new Column<>("source", report -> report.origin().source()));

  @Inject OwnDomain own;
  @Inject ReportArchive archive;
  @Inject Selection selection;
  @Inject Clock clock;

  @Override
  public String name() {
    return "reports";
  }

  @Override
  public Optional<Table<ReportHead>> find(HttpServletRequest request) {
    ReportSearch search =
        new ReportSearch(
            selection.range("").upToToday(clock),
            Objects.toString(request.getParameter("reporter"), ""),
            selection.isFailuresOnly(),
            OriginChoice.read(request.getParameter(OriginChoice.PARAMETER)),
            ReportSearch.USUAL);
    return own.find(request.getParameter("name")).map(domain -> table(domain, search));
  }

  private Table<ReportHead> table(MonitoredDomain domain, ReportSearch search) {
    return new Table<>(
        domain.name() + "-reports",
        COLUMNS,
        Pieces.of(last -> archive.after(domain.id(), search, last, Pieces.SIZE)));
  }

  private static @Nullable String code(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
