package farol.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A sender and a script in one: ignores certificate errors, as senders of TLS reports may (RFC
 * 8460, section 3).
 */
public final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final RunningFarol farol;

  public Client(RunningFarol farol) {
    this.farol = farol;
    this.http = HttpClient.newBuilder().sslContext(trustingAll()).build();
  }

  /** TLS without a look at certificates. */
  public static SSLContext trustingAll() {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {new TrustAll()}, null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /** The sum of a counter over all its tags, from {@code /metrics}. */
  public double metric(String name) throws IOException, InterruptedException {
    String text =
        http.send(api("/metrics").GET().build(), HttpResponse.BodyHandlers.ofString()).body();
    return text.lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** An answer, its body read as JSON; an empty body is a missing node. */
  public record Answer(int status, JsonNode body) {}

  public Answer get(String path) throws IOException, InterruptedException {
    return send(api(path).GET().build());
  }

  public Answer post(String path, String json) throws IOException, InterruptedException {
    return send(
        api(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  public Answer delete(String path) throws IOException, InterruptedException {
    return send(api(path).DELETE().build());
  }

  Answer withoutCredentials(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(farol.intranet() + path)).GET().build());
  }

  /** What the public listener answers to a GET. */
  int internetStatus(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(farol.internet() + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** Posts a report to a collector. */
  public Answer report(String url, byte[] body, String contentType)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Starts a batch job as an operator does, and waits for its end. */
  public String runJob(String job) throws IOException, InterruptedException {
    Answer started =
        post(
            "/ibm/api/batch/jobinstances",
            """
            {"applicationName":"farol","moduleName":"batch.jar","componentName":"JobSchedule","jobXMLName":"%s"}
            """
                .formatted(job));
    String instance = "/ibm/api/batch/jobinstances/" + started.body().path("instanceId").asLong();
    Answer ended =
        await(
            () -> quietly(instance), answer -> isOver(answer.body().path("batchStatus").asText()));
    return ended.body().path("batchStatus").asText();
  }

  /** Asks again until the answer is as wanted, for a minute at most. */
  static <T> T await(Supplier<T> question, java.util.function.Predicate<T> wanted)
      throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    T answer = question.get();
    while (!wanted.test(answer)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not so within a minute, last seen: " + answer);
      }
      Thread.sleep(100);
      answer = question.get();
    }
    return answer;
  }

  private Answer quietly(String path) {
    try {
      return get(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOver(String status) {
    return status.equals("COMPLETED") || status.equals("FAILED") || status.equals("STOPPED");
  }

  private HttpRequest.Builder api(String path) {
    String credentials = "admin:" + RunningFarol.PASSWORD;
    return HttpRequest.newBuilder(URI.create(farol.intranet() + path))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  private static final class TrustAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, @Nullable SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, @Nullable SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
