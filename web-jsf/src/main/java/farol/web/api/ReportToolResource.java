package farol.web.api;

import farol.problem.Problem;
import farol.tools.report.Explanation;
import farol.tools.report.Explanation.Explained;
import farol.tools.report.Explanation.Refused;
import farol.tools.report.ReportExplainer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The tool that explains a report. Nothing of it is stored. */
@Path("tools/report")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ReportToolResource {
  @Inject ReportExplainer explainer;

  /** Explains what a report says; the media type is looked at by whoever reads it, as in ingest. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Explain a report",
      description =
          "The body is a report as it is posted to a collector, or a mail that carries one, of 1 MiB"
              + " at most. Without credentials while FAROL_TOOLS_OPEN is true, so many times a"
              + " minute. Nothing is stored.")
  @RequestBody(
      content = {
        @Content(mediaType = "application/tlsrpt+json"),
        @Content(mediaType = "application/tlsrpt+gzip"),
        @Content(mediaType = "message/rfc822"),
        @Content(mediaType = "application/octet-stream")
      })
  @APIResponse(
      responseCode = "200",
      description = "What it says, each failure with cause, consequence and fix",
      content = @Content(schema = @Schema(implementation = ExplainedReportView.class)))
  @APIResponse(
      responseCode = "400",
      description = "No report that can be decoded",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "413",
      description = "Over a limit",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "415",
      description = "Not a media type or coding of reports or mails",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "422",
      description = "Decoded, but not a report",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "429",
      description = "Too often without credentials; Retry-After says when",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public ExplainedReportView explain(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding)
      throws IOException {
    byte[] bytes = body.readNBytes(ReportExplainer.MOST_BYTES + 1);
    Explanation explanation = explainer.explain(bytes, contentType, contentEncoding);
    if (explanation instanceof Refused refused) {
      throw ApiException.refused(refused.code(), refused.detail());
    }
    return ExplainedReportView.of((Explained) explanation);
  }
}
