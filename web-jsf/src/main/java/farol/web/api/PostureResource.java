package farol.web.api;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.ReportAddresses;
import farol.domain.posture.ChangePage;
import farol.domain.posture.Known;
import farol.domain.posture.Posture;
import farol.domain.posture.PostureReader;
import farol.domain.posture.PostureService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What a domain publishes, and when it changed. */
@Path("domains/{name}/posture")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PostureResource {
  @Inject CallerAccount account;
  @Inject PostureService postures;
  @Inject PostureReader reader;
  @Inject ReportAddresses addresses;

  /** What the last looks found, judged as of now. */
  @GET
  public PostureView show(@PathParam("name") String name) {
    MonitoredDomain domain = account.domain(name);
    Known known = postures.known(domain.id());
    Posture posture = reader.read(known, domain.name(), addresses.of(domain));
    return PostureView.of(posture, known, postures.lastLook(domain.id()));
  }

  /** Every change, newest first. */
  @GET
  @Path("history")
  public PageView<ChangeView> history(
      @PathParam("name") String name,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Paging paging = new Paging(page, size);
    ChangePage changes = postures.changes(account.domain(name).id(), paging.page(), paging.size());
    return new PageView<>(
        changes.items().stream().map(ChangeView::of).toList(), page, size, changes.total());
  }
}
