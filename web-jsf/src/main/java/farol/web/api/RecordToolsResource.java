package farol.web.api;

import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.problem.Problem;
import farol.tools.record.ComposedRecord;
import farol.tools.record.InvalidAddressesException;
import farol.tools.record.RecordCheck;
import farol.tools.record.SyntaxCheck;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The tools for records. Without credentials while {@code FAROL_TOOLS_OPEN} is true, so many times
 * a minute. Nothing is stored.
 */
@Path("tools")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SmallBody
public class RecordToolsResource {
  private static final int MOST_ADDRESSES = 20;

  @Inject RecordCheck check;

  /**
   * A text to check.
   *
   * @param record a TLS-RPT or MTA-STS record, or a policy, told apart by how they begin
   */
  public record SyntaxQuestion(@Nullable String record) {}

  /** A domain to look at. */
  public record CheckQuestion(@Nullable String domain) {}

  /**
   * A record to make.
   *
   * @param rua where reports go: mail addresses, mailto: or https: addresses
   */
  public record RecordOrder(@Nullable String domain, @Nullable List<String> rua) {}

  @POST
  @Path("record-syntax")
  @Operation(
      summary = "Check a record before it is published",
      description = "What senders would make of it; the first finding is the verdict.")
  @APIResponse(
      responseCode = "400",
      description = "No record given",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public List<FindingView> syntax(@Nullable SyntaxQuestion question) {
    if (question == null || question.record() == null) {
      throw ApiException.badRequest(
          "MISSING_FIELD", "the body must be {\"record\":\"v=TLSRPTv1; rua=…\"}");
    }
    return FindingView.of(SyntaxCheck.of(question.record()).findings());
  }

  @POST
  @Path("record-check")
  @Operation(
      summary = "Check what a domain publishes",
      description =
          "Asks DNS and fetches the MTA-STS policy; touches no mail server. Answers as they were"
              + " given, and what senders make of them.")
  @APIResponse(
      responseCode = "400",
      description = "No name of a domain given",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public PostureView check(@Nullable CheckQuestion question) {
    if (question == null || question.domain() == null) {
      throw ApiException.badRequest(
          "MISSING_FIELD", "the body must be {\"domain\":\"example.com\"}");
    }
    RecordCheck.Checked checked = check.check(name(question.domain()));
    return PostureView.of(checked.posture(), checked.known(), Optional.of(checked.at()));
  }

  @POST
  @Path("record")
  @Operation(summary = "Make a TLS-RPT record")
  @APIResponse(
      responseCode = "400",
      description = "No name of a domain, no address, or one that can be no destination",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public ComposedView compose(@Nullable RecordOrder order) {
    if (order == null || order.domain() == null || order.rua() == null || order.rua().isEmpty()) {
      throw ApiException.badRequest(
          "MISSING_FIELD",
          "the body must be {\"domain\":\"example.com\",\"rua\":[\"mailto:tls@example.com\"]}");
    }
    if (order.rua().size() > MOST_ADDRESSES) {
      throw ApiException.badRequest(
          "TOO_MANY_ADDRESSES",
          "rua must have at most " + MOST_ADDRESSES + " addresses, got " + order.rua().size());
    }
    try {
      return ComposedView.of(ComposedRecord.of(name(order.domain()), order.rua()));
    } catch (InvalidAddressesException e) {
      throw ApiException.badRequest(e.findings().get(0).code(), String.valueOf(e.getMessage()));
    }
  }

  private static DomainName name(String text) {
    try {
      return DomainName.parse(text.strip());
    } catch (InvalidDomainNameException e) {
      throw ApiException.badRequest("INVALID_DOMAIN", String.valueOf(e.getMessage()));
    }
  }
}
