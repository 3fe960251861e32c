package farol.web.api;

import farol.problem.Problem;
import farol.wire.RefusalCode;
import jakarta.ws.rs.core.Response;

/** A request that can't be fulfilled, with the problem that the client is told. */
final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private ApiException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  private ApiException(Response.Status status, String code, String detail) {
    this(Problem.of(status.getStatusCode(), status.getReasonPhrase(), code, detail));
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

  /** Bytes that are no report, by the same code as a collector gives. */
  static ApiException refused(RefusalCode code, String detail) {
    String title =
        switch (code.status()) {
          case 400 -> "Bad Request";
          case 413 -> "Content Too Large";
          case 415 -> "Unsupported Media Type";
          default -> "Unprocessable Content";
        };
    return new ApiException(Problem.of(code.status(), title, code.name(), detail));
  }

  Problem problem() {
    return problem;
  }
}
