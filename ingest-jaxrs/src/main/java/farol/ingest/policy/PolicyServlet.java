package farol.ingest.policy;

import static java.lang.System.Logger.Level.WARNING;

import farol.domain.hosting.HostedPolicy;
import farol.domain.hosting.HostingService;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.network.IpNetwork;
import farol.network.RateMeter;
import farol.network.TrustedProxies;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/**
 * The policy of the domain that the request's host says. Read anew each time, so that no older one
 * is ever served; and senders must not keep answers beside the policy itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8461#section-3.3">RFC 8461, section 3.3</a>
 */
@WebServlet("/.well-known/mta-sts.txt")
public class PolicyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOGGER = System.getLogger(PolicyServlet.class.getName());
  private static final String PREFIX = "mta-sts.";
  private static final String SOON = "30";

  @Inject transient HostingService hosting;
  @Inject transient TrustedProxies proxies;
  @Inject transient Settings settings;

  private transient RateMeter<IpNetwork> rates;

  /** For the container, which calls {@link #init()} before it gives it requests. */
  @SuppressWarnings("NullAway.Init")
  public PolicyServlet() {}

  @Override
  public void init() {
    rates =
        new RateMeter<>(
            settings.number(Setting.LIMIT_RATE_ADDRESS_MINUTE),
            Duration.ofMinutes(1),
            System::nanoTime);
  }

  @Override
  @SuppressWarnings("IllegalCatch") // the container's own page would show its classes
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-cache"); // no refusal may be kept either
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      response.setHeader("Allow", "GET, HEAD");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Optional<Duration> wait = rates.take(sender(request));
    if (wait.isPresent()) {
      response.setHeader("Retry-After", String.valueOf(wait.get().toSeconds() + 1));
      response.setStatus(429);
      return;
    }
    try {
      answer(request, response);
    } catch (RuntimeException failure) {
      // Whatever it is: senders keep the policy that they have, and come again. A line each, for
      // there are many of them while the database is away.
      LOGGER.log(WARNING, () -> "a policy could not be served: " + failure);
      response.setHeader("Retry-After", SOON);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private IpNetwork sender(HttpServletRequest request) {
    return proxies
        .senderOf(
            request.getRemoteAddr(),
            Collections.list(request.getHeaders(TrustedProxies.FORWARDED_FOR)))
        .network(32, 64);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<HostedPolicy> policy = domain(request.getServerName()).flatMap(hosting::served);
    if (policy.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = "\"" + policy.get().record().id() + "\"";
    response.setHeader("ETag", tag);
    if (Collections.list(request.getHeaders("If-None-Match")).contains(tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = policy.get().policy().text().getBytes(StandardCharsets.US_ASCII);
    response.setContentType("text/plain;charset=utf-8");
    response.setContentLength(body.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(body);
    }
  }

  /** The domain whose policy a host serves. */
  private static Optional<DomainName> domain(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(DomainName.ofAscii(withoutDot(name.substring(PREFIX.length()))));
    } catch (InvalidDomainNameException e) {
      return Optional.empty();
    }
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
