package farol.ingest.report;

import farol.ingest.problem.Problems;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Answers every method but POST alike, for tokens that exist and tokens that do not. */
@Provider
@PreMatching
public class MethodFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().replaceFirst("^/", "").startsWith("tls-rpt/ingest/")
        && !request.getMethod().equals(HttpMethod.POST)) {
      request.abortWith(Problems.methodNotAllowed());
    }
  }
}
