package farol.web.api;

import farol.domain.account.Role;
import farol.domain.hosting.Decision;
import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostingService;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.published.Finding;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MxPattern;
import farol.fetch.ListenerCertificate;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.web.access.AtLeast;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The MTA-STS policy that Farol serves for a domain. */
@Path("domains/{name}/mta-sts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
@RequestScoped
public class MtaStsResource {
  private static final int MOST_PATTERNS = 100;

  @Inject CallerAccount account;
  @Inject HostingService hosting;
  @Inject ListenerCertificate certificate;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * A policy to serve.
   *
   * @param mode {@code enforce}, {@code testing} or {@code none}
   * @param maxAge in seconds
   * @param mx names of hosts, or {@code *.} and a name; none in mode {@code none}
   * @param confirm whether the change is meant although mail may be refused
   */
  public record PolicyOrder(
      @Nullable String mode,
      @Nullable Long maxAge,
      @Nullable List<@Nullable String> mx,
      @Nullable Boolean confirm) {}

  @GET
  public HostedPolicyView show(@PathParam("name") String name) {
    return view(account.domain(name), List.of());
  }

  @PUT
  @AtLeast(Role.ANALYST)
  public HostedPolicyView host(@PathParam("name") String name, @Nullable PolicyOrder order) {
    boolean confirmed = order != null && Boolean.TRUE.equals(order.confirm());
    return change(account.domain(name), policy(order), confirmed);
  }

  /** Serves none any more. */
  @DELETE
  @AtLeast(Role.ANALYST)
  public HostedPolicyView stop(
      @PathParam("name") String name, @QueryParam("confirm") boolean confirm) {
    return change(account.domain(name), null, confirm);
  }

  private HostedPolicyView change(
      MonitoredDomain domain, @Nullable MtaStsPolicy draft, boolean confirmed) {
    Decision decision = hosting.change(domain.id(), draft, confirmed);
    return switch (decision.outcome()) {
      case MADE -> view(domain, decision.findings());
      case UNCONFIRMED -> throw unconfirmed(decision.findings().get(0));
      case UNPROVEN ->
          throw ApiException.conflict(
              "DOMAIN_NOT_VERIFIED",
              "a policy is changed only while the domain's verification record is seen");
    };
  }

  private static ApiException unconfirmed(Finding worst) {
    return ApiException.conflict(
        "CONFIRMATION_NEEDED", worst.message() + "; " + worst.fix() + " To do it anyway, confirm.");
  }

  private static MtaStsPolicy policy(@Nullable PolicyOrder order) {
    if (order == null || order.mode() == null || order.maxAge() == null) {
      throw ApiException.badRequest(
          "MISSING_FIELD",
          "the body must be {\"mode\":\"testing\",\"maxAge\":604800,\"mx\":[\"mx.example.com\"]}");
    }
    List<@Nullable String> mx = order.mx() == null ? List.of() : order.mx();
    if (mx.size() > MOST_PATTERNS) {
      throw ApiException.badRequest(
          "INVALID_MX", "a policy must have at most " + MOST_PATTERNS + " patterns here");
    }
    try {
      return new MtaStsPolicy(
          mode(order.mode()),
          Duration.ofSeconds(order.maxAge()),
          mx.stream()
              .map(pattern -> new MxPattern(Objects.toString(pattern, "")))
              .distinct()
              .toList());
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("INVALID_POLICY", String.valueOf(e.getMessage()));
    }
  }

  private static Mode mode(String text) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.text().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> ApiException.badRequest("INVALID_MODE", "mode must be enforce, testing or none"));
  }

  private HostedPolicyView view(MonitoredDomain domain, List<Finding> findings) {
    HostedPolicies policies = hosting.of(domain.id());
    return HostedPolicyView.of(domain, policies, settings.uri(Setting.PUBLIC_URL), clock.instant())
        .with(certificate.uncovered(hosting.names(account.id())), findings);
  }
}
