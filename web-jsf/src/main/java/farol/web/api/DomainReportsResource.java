package farol.web.api;

import farol.domain.report.ReportArchive;
import farol.domain.report.ReportPage;
import farol.domain.report.ReportSearch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** A domain's reports, one by one. */
@Path("domains/{name}/reports")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DomainReportsResource {
  @Inject CallerAccount account;
  @Inject ReportArchive archive;
  @Inject Period period;

  /** A domain's reports whose window starts on one of the days, newest first. */
  @GET
  public PageView<ReportHeadView> list(
      @PathParam("name") String name,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Paging paging = new Paging(page, size);
    ReportPage reports =
        archive.page(
            account.verifiedDomain(name).id(),
            ReportSearch.of(period.of(from, to)),
            paging.page(),
            paging.size());
    return new PageView<>(
        reports.items().stream().map(ReportHeadView::of).toList(), page, size, reports.total());
  }
}
