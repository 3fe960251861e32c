package farol.web.api;

import farol.web.kit.DecodableQuery;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Refuses a query that cannot be decoded, as {@link DecodableQuery} does for pages. */
@Provider
@PreMatching
public class DecodableQueryFilter implements ContainerRequestFilter {
  @Inject HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext call) {
    if (!DecodableQuery.is(request.getQueryString())) { // the call's own address fails on it, too
      throw ApiException.badRequest("BAD_QUERY", "the address's query can't be decoded");
    }
  }
}
