package farol.web.api;

import farol.problem.Problem;
import jakarta.ws.rs.core.Response;

/** A request that can't be fulfilled, with the problem that the client is told. */
final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private ApiException(Response.Status status, String code, String detail) {
    super(detail);
    this.problem = Problem.of(status.getStatusCode(), status.getReasonPhrase(), code, detail);
  }

  /** Also for what belongs to another account: its existence is nobody else's business. */
  static ApiException notFound(String what) {
    return new ApiException(
        Response.Status.NOT_FOUND, "NOT_FOUND", "this account has no such " + what);
  }

  static ApiException badRequest(String code, String detail) {
    return new ApiException(Response.Status.BAD_REQUEST, code, detail);
  }

  static ApiException conflict(String code, String detail) {
    return new ApiException(Response.Status.CONFLICT, code, detail);
  }

  Problem problem() {
    return problem;
  }
}
