package farol.web.api;

import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.problem.Problem;
import farol.tools.record.ComposedRecord;
import farol.tools.record.InvalidAddressesException;
import farol.tools.record.RecordCheck;
import farol.tools.record.SyntaxCheck;
import farol.tools.record.WrittenDomain;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
   * @param domain who will publish it; may be absent
   */
  public record SyntaxQuestion(@Nullable String record, @Nullable String domain) {}

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
      description =
          "What senders would make of it; the first finding is the verdict. With a domain, the last"
              + " one says where that has to publish it.")
  @APIResponse(
      responseCode = "200",
      description = "What senders would make of it",
      content = @Content(schema = @Schema(implementation = FindingView[].class)))
  @APIResponse(
      responseCode = "400",
      description = "No record given, or a domain that is none",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public List<FindingView> syntax(@Nullable SyntaxQuestion question) {
    if (question == null || question.record() == null) {
      throw ApiException.badRequest(
          "MISSING_FIELD", "the body must be {\"record\":\"v=TLSRPTv1; rua=…\"}");
    }
    SyntaxCheck check = SyntaxCheck.of(question.record());
    return FindingView.of(
        question.domain() == null
            ? check.findings()
            : check.publishedBy(name(question.domain())).findings());
  }

  @POST
  @Path("record-check")
  @Operation(
      summary = "Check what a domain publishes",
      description =
          "Asks DNS and fetches the MTA-STS policy; touches no mail server. All findings in one list,"
              + " answers as they were given, and the same by section. Takes 20 seconds at most: of"
              + " what has not answered by then, a finding UNANSWERED says so.")
  @APIResponse(
      responseCode = "200",
      description = "What was found, and what senders make of it",
      content = @Content(schema = @Schema(implementation = RecordCheckView.class)))
  @APIResponse(
      responseCode = "400",
      description = "No name of a domain given",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "429",
      description = "Too often without credentials; Retry-After says when",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public RecordCheckView check(@Nullable CheckQuestion question) {
    return RecordCheckView.of(check.check(domain(question)));
  }

  @POST
  @Path("mta-sts")
  @Operation(
      summary = "Check a domain's MTA-STS policy",
      description =
          "Asks DNS and fetches the policy by IPv4 and by IPv6; touches no mail server. Takes 20"
              + " seconds at most, as record-check.")
  @APIResponse(
      responseCode = "200",
      description = "What was found, and what senders make of it",
      content = @Content(schema = @Schema(implementation = MtaStsCheckView.class)))
  @APIResponse(
      responseCode = "400",
      description = "No name of a domain given",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "429",
      description = "Too often without credentials; Retry-After says when",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public MtaStsCheckView checkMtaSts(@Nullable CheckQuestion question) {
    return MtaStsCheckView.of(check.checkMtaSts(domain(question)));
  }

  @POST
  @Path("record")
  @Operation(summary = "Make a TLS-RPT record")
  @APIResponse(
      responseCode = "200",
      description = "The record to publish",
      content = @Content(schema = @Schema(implementation = ComposedView.class)))
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
    if (order.rua().stream().anyMatch(Objects::isNull)) {
      throw ApiException.badRequest("MISSING_FIELD", "rua must have texts only, got null");
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

  private static DomainName domain(@Nullable CheckQuestion question) {
    if (question == null || question.domain() == null) {
      throw ApiException.badRequest(
          "MISSING_FIELD", "the body must be {\"domain\":\"example.com\"}");
    }
    return name(question.domain());
  }

  private static DomainName name(String text) {
    try {
      return WrittenDomain.parse(text);
    } catch (InvalidDomainNameException e) {
      String meant =
          WrittenDomain.within(text).map(name -> "; give its domain alone: " + name).orElse("");
      throw ApiException.badRequest("INVALID_DOMAIN", e.getMessage() + meant);
    }
  }
}
