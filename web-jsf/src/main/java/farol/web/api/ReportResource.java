package farol.web.api;

import farol.domain.report.RawReport;
import farol.domain.report.ReportArchive;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One report. */
@Path("reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ReportResource {
  @Inject CallerAccount account;
  @Inject ReportArchive archive;

  @GET
  public ReportView show(@PathParam("id") long id) {
    return archive
        .find(account.id(), id)
        .map(ReportView::of)
        .orElseThrow(() -> ApiException.notFound("report"));
  }

  /** The bytes as received, for download: a browser must not take them for a page. */
  @GET
  @Path("raw")
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
