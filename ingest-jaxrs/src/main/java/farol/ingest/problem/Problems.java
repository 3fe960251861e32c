package farol.ingest.problem;

import farol.problem.Problem;
import farol.wire.RefusalCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Refusals as responses. */
public final class Problems {
  private Problems() {}

  /** A report that can't be taken. */
  public static Response refusal(RefusalCode code, String detail) {
    if (code == RefusalCode.UNKNOWN_TOKEN) {
      return unknownToken();
    }
    Response.ResponseBuilder response = problem(code.status(), code.name(), detail);
    if (code == RefusalCode.CONTENT_ENCODING) {
      response.header(HttpHeaders.ACCEPT_ENCODING, "gzip");
    }
    return response.build();
  }

  /** One answer for tokens that are unknown, malformed or retired. */
  public static Response unknownToken() {
    return problem(404, RefusalCode.UNKNOWN_TOKEN.name(), "no collector has this address").build();
  }

  /** For every method but POST. */
  public static Response methodNotAllowed() {
    return problem(405, "METHOD", "reports are sent with POST")
        .header(HttpHeaders.ALLOW, "POST")
        .build();
  }

  static Response.ResponseBuilder problem(int status, String code, String detail) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? code : known.getReasonPhrase();
    return Response.status(status)
        .type(Problem.MEDIA_TYPE)
        .entity(Problem.of(status, title, code, detail));
  }
}
