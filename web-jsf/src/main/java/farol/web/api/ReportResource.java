package farol.web.api;

import farol.domain.account.Role;
import farol.domain.report.RawReport;
import farol.domain.report.ReportArchive;
import farol.intake.Kept;
import farol.intake.Rereading;
import farol.web.access.AtLeast;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One report. */
@Path("reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ReportResource {
  @Inject CallerAccount account;
  @Inject ReportArchive archive;
  @Inject Rereading rereading;

  @GET
  public ReportView show(@PathParam("id") long id) {
    return archive
        .find(account.id(), id)
        .map(ReportView::of)
        .orElseThrow(() -> ApiException.notFound("report"));
  }

  /** The bytes as received. */
  @GET
  @Path("raw")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response raw(@PathParam("id") long id) {
    RawReport raw =
        archive.raw(account.id(), id).orElseThrow(() -> ApiException.notFound("report"));
    return Attachments.of(raw.body(), raw.fileName("report-" + id));
  }

  /** Reads the bytes of the report again, and counts it by what they say now. */
  @POST
  @Path("reprocess")
  @AtLeast(Role.ANALYST)
  public RereadView reprocess(@PathParam("id") long id) {
    if (!archive.has(account.id(), id)) {
      throw ApiException.notFound("report");
    }
    return RereadView.of(rereading.again(account.id(), new Kept(Kept.Kind.REPORT, id)));
  }
}
