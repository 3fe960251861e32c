package farol.web.api;

import farol.domain.report.RawReport;
import farol.domain.report.ReportArchive;
import farol.domain.report.ReportPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Single reports. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ReportsResource {
  @Inject CallerAccount account;
  @Inject ReportArchive archive;
  @Inject Period period;

  /** A domain's reports whose window starts on one of the days, newest first. */
  @GET
  @Path("domains/{name}/reports")
  public PageView<ReportHeadView> list(
      @PathParam("name") String name,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Paging paging = new Paging(page, size);
    ReportPage reports =
        archive.page(
            account.verifiedDomain(name).id(), period.of(from, to), paging.page(), paging.size());
    return new PageView<>(
        reports.items().stream().map(ReportHeadView::of).toList(), page, size, reports.total());
  }

  @GET
  @Path("reports/{id}")
  public ReportView show(@PathParam("id") long id) {
    return archive
        .find(account.id(), id)
        .map(ReportView::of)
        .orElseThrow(() -> ApiException.notFound("report"));
  }

  /** The bytes as received, for download: a browser must not take them for a page. */
  @GET
  @Path("reports/{id}/raw")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response raw(@PathParam("id") long id) {
    RawReport raw =
        archive.raw(account.id(), id).orElseThrow(() -> ApiException.notFound("report"));
    String suffix = isGzip(raw.body()) ? ".json.gz" : ".json";
    return Response.ok(raw.body(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report-" + id + suffix + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static boolean isGzip(byte[] body) {
    return body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b;
  }
}
