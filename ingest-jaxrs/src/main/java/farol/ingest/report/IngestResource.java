package farol.ingest.report;

import farol.domain.report.RawReport;
import farol.ingest.problem.Problems;
import farol.intake.Delivery;
import farol.intake.Destination;
import farol.intake.ReportDelivery;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.wire.RefusalCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A domain's collector. A refusal is final for real senders, so every answer is given only when it
 * is true: 201 and 200 after the commit, or 201 once the report is in the spool.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-5.4">RFC 8460, section 5.4</a>
 */
@Path("tls-rpt/ingest/{token}")
@ApplicationScoped
public class IngestResource {
  @Inject ReportDelivery reports;
  @Inject Settings settings;

  /**
   * Reads no more of the body than a report may have, and none of it for a token that is not known.
   */
  @POST
  public CompletionStage<Response> deliver(
      @PathParam("token") String token,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long contentLength,
      InputStream body)
      throws IOException {
    Optional<Destination> destination = reports.route(token);
    if (destination.isEmpty()) {
      return answer(Problems.unknownToken());
    }
    int limit = settings.count(Setting.LIMIT_BODY_BYTES);
    if (contentLength != null && contentLength > limit) {
      return answer(
          Problems.refusal(
              RefusalCode.BODY_TOO_LARGE,
              "the body must have at most " + limit + " bytes, got " + contentLength));
    }
    RawReport raw = new RawReport(body.readNBytes(limit + 1), contentType, contentEncoding);
    return reports.deliver(destination.get(), raw).thenApply(IngestResource::response);
  }

  private static Response response(Delivery delivery) {
    return delivery
        .refusal()
        .map(code -> Problems.refusal(code, delivery.detail()))
        .orElseGet(() -> receipt(delivery));
  }

  private static Response receipt(Delivery delivery) {
    String status = delivery.status().name().toLowerCase(Locale.ROOT);
    return Response.status(
            delivery.status() == Delivery.Status.DUPLICATE
                ? Response.Status.OK
                : Response.Status.CREATED)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new Receipt(status, delivery.warnings()))
        .build();
  }

  private static CompletionStage<Response> answer(Response response) {
    return CompletableFuture.completedFuture(response);
  }
}
