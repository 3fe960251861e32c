package farol.ingest.problem;

import static java.lang.System.Logger.Level.ERROR;

import farol.intake.NowhereToStoreException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.concurrent.CompletionException;

/**
 * Answers everything that went wrong, without repeating the request, whose path is a secret of its
 * domain.
 */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOGGER = System.getLogger(ThrowableMapper.class.getName());
  private static final String SOON = "30"; // seconds

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return toResponse(failure.getCause());
    }
    if (failure instanceof WebApplicationException http) {
      return Response.status(http.getResponse().getStatus()).build();
    }
    if (failure instanceof NowhereToStoreException) {
      return Problems.problem(503, "STORAGE_UNAVAILABLE", "reports can't be stored now")
          .header(HttpHeaders.RETRY_AFTER, SOON)
          .build();
    }
    if (failure instanceof IOException) {
      return Problems.problem(400, "BAD_REQUEST", "the body could not be read").build();
    }
    LOGGER.log(ERROR, "a report could not be handled", failure);
    return Problems.problem(500, "INTERNAL_ERROR", "the report could not be handled").build();
  }
}
