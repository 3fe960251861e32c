package farol.web.api;

import farol.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Turns bodies away that are larger than any call needs, before they are parsed. */
@Provider
@SmallBody
public class SmallBodyFilter implements ContainerRequestFilter {
  static final int MOST_BYTES = 256 * 1024;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    byte[] body = request.getEntityStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      request.abortWith(
          Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE)
              .type(Problem.MEDIA_TYPE)
              .header("Connection", "close") // nobody wants the rest of it
              .entity(
                  Problem.of(
                      413,
                      "Content Too Large",
                      "BODY_TOO_LARGE",
                      "a body must have at most " + MOST_BYTES + " bytes, got more"))
              .build());
    } else {
      request.setEntityStream(new ByteArrayInputStream(body));
    }
  }
}
