package farol.web.api;

import farol.domain.account.Role;
import farol.domain.quarantine.Quarantine;
import farol.domain.quarantine.RefusedPage;
import farol.domain.report.RawReport;
import farol.intake.Kept;
import farol.intake.Rereading;
import farol.web.access.AtLeast;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What was posted for a domain and refused. */
@Path("domains/{name}/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class QuarantineResource {
  @Inject CallerAccount account;
  @Inject Quarantine quarantine;
  @Inject Rereading rereading;

  /** A domain's refused bodies, the last received first. */
  @GET
  public PageView<RefusedBodyView> list(
      @PathParam("name") String name,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Paging paging = new Paging(page, size);
    RefusedPage bodies =
        quarantine.page(account.verifiedDomain(name).id(), paging.page(), paging.size());
    return new PageView<>(
        bodies.items().stream().map(RefusedBodyView::of).toList(), page, size, bodies.total());
  }

  /** The bytes as received. */
  @GET
  @Path("{id}/raw")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response raw(@PathParam("name") String name, @PathParam("id") long id) {
    RawReport raw =
        quarantine
            .raw(account.verifiedDomain(name).id(), id)
            .orElseThrow(() -> ApiException.notFound("refused body"));
    return Attachments.of(raw.body(), raw.fileName("refused-" + id));
  }

  /** Reads the bytes again: by a better reader, or within other limits, they may be a report. */
  @POST
  @Path("{id}/reprocess")
  @AtLeast(Role.ANALYST)
  public RereadView reprocess(@PathParam("name") String name, @PathParam("id") long id) {
    if (!quarantine.has(account.verifiedDomain(name).id(), id)) {
      throw ApiException.notFound("refused body");
    }
    return RereadView.of(rereading.again(account.id(), new Kept(Kept.Kind.REFUSED, id)));
  }

  @DELETE
  @Path("{id}")
  @AtLeast(Role.ANALYST)
  public Response delete(@PathParam("name") String name, @PathParam("id") long id) {
    if (!quarantine.delete(account.verifiedDomain(name), id)) {
      throw ApiException.notFound("refused body");
    }
    return Response.noContent().build();
  }
}
