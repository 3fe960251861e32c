package farol.web.api;

import farol.domain.trend.TrendService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What was reported to a domain over some days, in numbers. */
@Path("domains/{name}/summary")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SummaryResource {
  @Inject CallerAccount account;
  @Inject TrendService trends;
  @Inject Period period;

  @GET
  public SummaryView summary(
      @PathParam("name") String name,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    return SummaryView.of(trends.summary(account.verifiedDomain(name).id(), period.of(from, to)));
  }
}
