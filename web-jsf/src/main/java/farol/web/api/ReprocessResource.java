package farol.web.api;

import farol.domain.account.Role;
import farol.domain.operations.DomainReprocessing;
import farol.domain.operations.JobRun;
import farol.web.access.AtLeast;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Reading again all that came for a domain. */
@Path("domains/{name}/reprocess")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ReprocessResource {
  @Inject CallerAccount account;
  @Inject DomainReprocessing reprocessing;

  /** Starts it; the answer says where to ask for its state. */
  @POST
  @AtLeast(Role.ANALYST)
  public Response start(@PathParam("name") String name, @Context UriInfo uri) {
    JobRun run = reprocessing.start(account.id(), account.domain(name).name().value());
    return Response.accepted(RunView.of(run))
        .location(uri.getAbsolutePathBuilder().path(String.valueOf(run.number())).build())
        .build();
  }

  @GET
  @Path("{run}")
  public RunView show(@PathParam("name") String name, @PathParam("run") long run) {
    return reprocessing
        .find(account.domain(name).name().value(), run)
        .map(RunView::of)
        .orElseThrow(() -> ApiException.notFound("run"));
  }
}
