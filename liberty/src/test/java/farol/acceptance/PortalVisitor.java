package farol.acceptance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the portal who keeps cookies but runs no scripts. */
public final class PortalVisitor {
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");

  private final RunningFarol farol;
  private final HttpClient http =
      HttpClient.newBuilder()
          .sslContext(Client.trustingAll())
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  public PortalVisitor(RunningFarol farol) {
    this.farol = farol;
  }

  /** Signs in by the form. */
  public PortalVisitor signIn(String user, String password)
      throws IOException, InterruptedException {
    Matcher state = VIEW_STATE.matcher(get("/sign-in").body());
    if (!state.find()) {
      throw new AssertionError("the sign-in page has no form");
    }
    String form =
        "user=%s&password=%s&submit=&sign-in_SUBMIT=1&jakarta.faces.ViewState=%s"
            .formatted(encoded(user), encoded(password), encoded(state.group(1)));
    HttpResponse<String> answer =
        send(
            request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    String target = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != 302 || target.endsWith("/sign-in")) {
      throw new AssertionError(user + " did not get in: " + answer.statusCode() + ' ' + target);
    }
    return this;
  }

  /** Opens a page, which must be there; how long it took from the request to the last byte. */
  public Duration open(String path) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer = get(path);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " was answered " + answer.statusCode());
    }
    return took;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(farol.intranet() + path));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
