package farol.web.api;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostingService;
import farol.domain.hosting.PolicyChange;
import farol.domain.lookup.MailExchanger;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.published.Finding;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MxPattern;
import farol.settings.Setting;
import farol.settings.Settings;
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
      @Nullable List<String> mx,
      @Nullable Boolean confirm) {}

  @GET
  public HostedPolicyView show(@PathParam("name") String name) {
    MonitoredDomain domain = account.domain(name);
    return view(domain, List.of());
  }

  @PUT
  public HostedPolicyView host(@PathParam("name") String name, @Nullable PolicyOrder order) {
    MonitoredDomain domain = account.verifiedDomain(name);
    MtaStsPolicy policy = policy(order);
    List<Finding> findings =
        judged(domain, policy, order != null && Boolean.TRUE.equals(order.confirm()));
    hosting.host(domain.id(), policy);
    return view(domain, findings);
  }

  /** Serves none any more. */
  @DELETE
  public HostedPolicyView stop(
      @PathParam("name") String name, @QueryParam("confirm") boolean confirm) {
    MonitoredDomain domain = account.domain(name);
    List<Finding> findings = judged(domain, null, confirm);
    hosting.stop(domain.id());
    return view(domain, findings);
  }

  private List<Finding> judged(
      MonitoredDomain domain, @Nullable MtaStsPolicy draft, boolean confirmed) {
    PolicyChange change =
        new PolicyChange(
            hosting.of(domain.id()),
            draft,
            domain.mxHosts().stream()
                .flatMap(host -> new MailExchanger(0, host).host().stream())
                .toList());
    List<Finding> findings = change.findings(clock.instant());
    if (change.needsConfirmation(clock.instant()) && !confirmed) {
      throw ApiException.conflict(
          "CONFIRMATION_NEEDED",
          findings.get(0).message() + "; " + findings.get(0).fix() + " To do it anyway, confirm.");
    }
    return findings;
  }

  private static MtaStsPolicy policy(@Nullable PolicyOrder order) {
    if (order == null || order.mode() == null || order.maxAge() == null) {
      throw ApiException.badRequest(
          "MISSING_FIELD",
          "the body must be {\"mode\":\"testing\",\"maxAge\":604800,\"mx\":[\"mx.example.com\"]}");
    }
    List<String> mx = order.mx() == null ? List.of() : order.mx();
    if (mx.size() > MOST_PATTERNS) {
      throw ApiException.badRequest(
          "INVALID_MX", "a policy must have at most " + MOST_PATTERNS + " patterns here");
    }
    try {
      return new MtaStsPolicy(
          mode(order.mode()),
          Duration.ofSeconds(order.maxAge()),
          mx.stream().map(MxPattern::new).toList());
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
    String host = settings.uri(Setting.PUBLIC_URL).getHost();
    return HostedPolicyView.of(
        domain.name(), policies, host, policies.olderHeldUntil(clock.instant()), findings);
  }
}
