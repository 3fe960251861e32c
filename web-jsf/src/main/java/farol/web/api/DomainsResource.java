package farol.web.api;

import farol.domain.account.Role;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.OwnershipService;
import farol.domain.monitored.ReportAddresses;
import farol.web.access.AtLeast;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The caller's domains. */
@Path("domains")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DomainsResource {
  @Inject CallerAccount account;
  @Inject MonitoredDomainService domains;
  @Inject OwnershipService ownership;
  @Inject ReportAddresses addresses;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @AtLeast(Role.ANALYST)
  public Response add(@Nullable DomainClaim claim, @Context UriInfo uri) {
    if (claim == null || claim.name() == null) {
      throw ApiException.badRequest("MISSING_FIELD", "the body must be {\"name\":\"example.com\"}");
    }
    DomainView added = view(domains.add(account.id(), claim.name()));
    return Response.created(uri.getAbsolutePathBuilder().path(added.name()).build())
        .entity(added)
        .build();
  }

  @GET
  public PageView<DomainView> list(
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("100") int size) {
    Paging paging = new Paging(page, size);
    List<MonitoredDomain> all = domains.list(account.id());
    List<DomainView> items =
        all.stream().skip(paging.offset()).limit(size).map(this::view).toList();
    return new PageView<>(items, page, size, all.size());
  }

  @GET
  @Path("{name}")
  public DomainView show(@PathParam("name") String name) {
    return view(account.domain(name));
  }

  @POST
  @Path("{name}/verify")
  @AtLeast(Role.ANALYST)
  public DomainView verify(@PathParam("name") String name) {
    return found(ownership.check(account.id(), account.name(name)));
  }

  @POST
  @Path("{name}/collector/rotate")
  @AtLeast(Role.ANALYST)
  public DomainView rotateCollector(@PathParam("name") String name) {
    return found(domains.rotateCollector(account.id(), account.name(name)));
  }

  @POST
  @Path("{name}/recheck")
  @Operation(
      summary = "Look at a domain now",
      description =
          "Has the job dns-recheck look at all that the domain publishes, within a minute or so.")
  @APIResponse(
      responseCode = "202",
      description = "The domain, which is going to be looked at",
      content = @Content(schema = @Schema(implementation = DomainView.class)))
  @AtLeast(Role.ANALYST)
  public Response recheck(@PathParam("name") String name) {
    return Response.accepted(found(domains.lookNow(account.id(), account.name(name)))).build();
  }

  @DELETE
  @Path("{name}")
  @AtLeast(Role.OWNER)
  public Response delete(@PathParam("name") String name) {
    if (!domains.delete(account.id(), account.name(name))) {
      throw ApiException.notFound("domain");
    }
    return Response.noContent().build();
  }

  private DomainView found(Optional<MonitoredDomain> domain) {
    return domain.map(this::view).orElseThrow(() -> ApiException.notFound("domain"));
  }

  private DomainView view(MonitoredDomain domain) {
    return DomainView.of(domain, addresses);
  }
}
