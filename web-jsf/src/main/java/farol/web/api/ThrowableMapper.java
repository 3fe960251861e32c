package farol.web.api;

import static java.lang.System.Logger.Level.ERROR;

import farol.domain.account.MemberRefusedException;
import farol.domain.monitored.DomainRefusedException;
import farol.domain.token.TokenRefusedException;
import farol.domain.user.UserRefusedException;
import farol.imports.ImportRefusedException;
import farol.problem.Problem;
import farol.web.kit.NotAllowedException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers everything that went wrong as a problem, never with a stack trace. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOGGER = System.getLogger(ThrowableMapper.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof ApiException refusal) {
      return response(refusal.problem());
    }
    if (failure instanceof DomainRefusedException refusal) {
      return response(problem(refusal));
    }
    if (failure instanceof MemberRefusedException refusal) {
      return response(problem(refusal));
    }
    if (failure instanceof TokenRefusedException refusal) {
      return response(problem(refusal));
    }
    if (failure instanceof UserRefusedException refusal) {
      return response(problem(refusal));
    }
    if (failure instanceof ImportRefusedException refusal) {
      return withoutTheRest(problem(refusal));
    }
    if (failure instanceof NotAllowedException refusal) {
      return response(
          Problem.of(403, "Forbidden", "NOT_ALLOWED", String.valueOf(refusal.getMessage())));
    }
    if (failure instanceof WebApplicationException http) {
      Response.StatusType status = http.getResponse().getStatusInfo();
      return response(
          Problem.of(
              status.getStatusCode(),
              status.getReasonPhrase(),
              "HTTP_" + status.getStatusCode(),
              status.getReasonPhrase()));
    }
    if (failure instanceof JsonbException) {
      return response(
          Problem.of(400, "Bad Request", "BAD_JSON", "the body must be the JSON of this call"));
    }
    LOGGER.log(ERROR, "an API request failed", failure);
    return response(
        Problem.of(
            500, "Internal Server Error", "INTERNAL_ERROR", "the request could not be handled"));
  }

  private static Problem problem(DomainRefusedException refusal) {
    String detail = String.valueOf(refusal.getMessage());
    return switch (refusal.reason()) {
      case ALREADY_MONITORED -> Problem.of(409, "Conflict", refusal.reason().name(), detail);
      case NOT_REGISTRABLE, DOMAIN_LIMIT ->
          Problem.of(422, "Unprocessable Content", refusal.reason().name(), detail);
    };
  }

  private static Problem problem(MemberRefusedException refusal) {
    String detail = String.valueOf(refusal.getMessage());
    return switch (refusal.reason()) {
      case ALREADY_MEMBER, LAST_OWNER ->
          Problem.of(409, "Conflict", refusal.reason().name(), detail);
      case NOT_A_NAME, UNKNOWN_USER ->
          Problem.of(422, "Unprocessable Content", refusal.reason().name(), detail);
    };
  }

  private static Problem problem(UserRefusedException refusal) {
    String detail = String.valueOf(refusal.getMessage());
    return switch (refusal.reason()) {
      case NAME_TAKEN, EXTERNAL, DISABLED, ONESELF, BUILT_IN ->
          Problem.of(409, "Conflict", refusal.reason().name(), detail);
      case NOT_A_NAME, WEAK_PASSWORD, WRONG_PASSWORD ->
          Problem.of(422, "Unprocessable Content", refusal.reason().name(), detail);
    };
  }

  private static Problem problem(TokenRefusedException refusal) {
    String detail = String.valueOf(refusal.getMessage());
    return switch (refusal.reason()) {
      case ALREADY_NAMED -> Problem.of(409, "Conflict", refusal.reason().name(), detail);
      case NOT_A_NAME, BAD_LIFETIME, TOKEN_LIMIT ->
          Problem.of(422, "Unprocessable Content", refusal.reason().name(), detail);
    };
  }

  private static Problem problem(ImportRefusedException refusal) {
    String detail = String.valueOf(refusal.getMessage());
    return switch (refusal.reason()) {
      case TOO_MANY -> Problem.of(409, "Conflict", "TOO_MANY_IMPORTS", detail);
      case TOO_LARGE -> Problem.of(413, "Content Too Large", "IMPORT_TOO_LARGE", detail);
      case NO_ROOM -> Problem.of(507, "Insufficient Storage", "NO_ROOM", detail);
      case BROKEN_OFF -> Problem.of(400, "Bad Request", "BODY_BROKEN_OFF", detail);
      case TOO_SLOW -> Problem.of(408, "Request Timeout", "BODY_TOO_SLOW", detail);
      case CANCELLED -> Problem.of(409, "Conflict", "IMPORT_CANCELLED", detail);
    };
  }

  private static Response response(Problem problem) {
    return problem.status() == Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode()
        ? withoutTheRest(problem)
        : builder(problem).build();
  }

  /** Nobody wants the rest of the request's body. */
  private static Response withoutTheRest(Problem problem) {
    return builder(problem).header("Connection", "close").build();
  }

  private static Response.ResponseBuilder builder(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }
}
