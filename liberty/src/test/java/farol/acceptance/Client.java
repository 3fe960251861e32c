package farol.acceptance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
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
  private static final AtomicInteger NETWORKS = new AtomicInteger();
  private static final String REPORT_READER = "/api/v1/tools/report";

  private final HttpClient http;
  private final RunningFarol farol;
  private final String authorization;

  public Client(RunningFarol farol) {
    this(farol, RunningFarol.PASSWORD);
  }

  Client(RunningFarol farol, String password) {
    this(farol, "admin", password);
  }

  /** A script of somebody else, who is in the user registry with this password. */
  public Client(RunningFarol farol, String user, String password) {
    this(basic(user, password), farol);
  }

  private Client(String authorization, RunningFarol farol) {
    this.farol = farol;
    this.authorization = authorization;
    this.http = HttpClient.newBuilder().sslContext(trustingAll()).build();
  }

  /** A script with a token of an account. */
  public static Client withToken(RunningFarol farol, String token) {
    return new Client("Bearer " + token, farol);
  }

  private static String basic(String user, String password) {
    String credentials = user + ":" + password;
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
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
    return metric(name, "");
  }

  /** The sum of a counter over those of its tags that have a text in them. */
  double metric(String name, String tag) throws IOException, InterruptedException {
    String text =
        http.send(api("/metrics").GET().build(), HttpResponse.BodyHandlers.ofString()).body();
    return text.lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(tag))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** How many reports have come to which end. */
  Map<String, Double> outcomes() throws IOException, InterruptedException {
    Map<String, Double> counts = new TreeMap<>();
    for (String outcome : List.of("stored", "duplicate", "refused", "failed", "unknown_token")) {
      counts.put(outcome, metric("farol_reports_total", "outcome=\"" + outcome + '"'));
    }
    return counts;
  }

  /** Waits until nothing is in the spool any more, and says how long that took. */
  Duration awaitDrained() throws IOException, InterruptedException {
    long start = System.nanoTime();
    await(() -> metric("farol_spool_reports"), waiting -> waiting == 0);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** An answer, its body read as JSON; none, or one of text, is a missing node. */
  public record Answer(int status, HttpHeaders headers, JsonNode body) {}

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

  /** Posts a file; of any media type, as its content is what counts. */
  public Answer postFile(String path, Path file) throws IOException, InterruptedException {
    return send(
        api(path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build());
  }

  public Answer put(String path, String json) throws IOException, InterruptedException {
    return send(
        api(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  public Answer patch(String path, String json) throws IOException, InterruptedException {
    return call("PATCH", path, json, true);
  }

  public Answer delete(String path) throws IOException, InterruptedException {
    return send(api(path).DELETE().build());
  }

  /** The server's own certificate, as DER in Base64. */
  String certificate() throws IOException, InterruptedException, CertificateEncodingException {
    HttpResponse<Void> answer =
        http.send(api("/api/v1/domains").GET().build(), HttpResponse.BodyHandlers.discarding());
    Certificate own = answer.sslSession().orElseThrow().getPeerCertificates()[0];
    return Base64.getEncoder().encodeToString(own.getEncoded());
  }

  /** A download. */
  byte[] bytes(String path) throws IOException, InterruptedException {
    return http.send(api(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  Answer withoutCredentials(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(farol.intranet() + path)).GET().build());
  }

  /** Has the report reader explain a body without credentials, as somebody behind an address. */
  Answer explain(byte[] body, @Nullable String contentType, String address)
      throws IOException, InterruptedException {
    return send(
        tool(
                HttpRequest.newBuilder(URI.create(farol.intranet() + REPORT_READER)),
                body,
                contentType)
            .header("X-Forwarded-For", address)
            .build());
  }

  /** The same, signed in. */
  Answer explain(byte[] body, @Nullable String contentType)
      throws IOException, InterruptedException {
    return send(tool(api(REPORT_READER), body, contentType).build());
  }

  /** Uses one of the other tools without credentials, as somebody behind an address. */
  Answer tool(String name, String json, String address) throws IOException, InterruptedException {
    URI uri = URI.create(farol.intranet() + "/api/v1/tools/" + name);
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", address)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /** A call with any method, signed in or not; the body, if any, is JSON. */
  Answer call(String method, String path, String json, boolean signedIn)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        signedIn ? api(path) : HttpRequest.newBuilder(URI.create(farol.intranet() + path));
    return send(
        request
            .header("Content-Type", "application/json")
            .method(
                method,
                json.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private static HttpRequest.Builder tool(
      HttpRequest.Builder request, byte[] body, @Nullable String contentType) {
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  /** What the public listener answers to a GET. */
  int internetStatus(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(farol.internet() + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** Posts a report to a collector, each from a network of its own, as through a proxy. */
  public Answer report(String url, byte[] body, String contentType)
      throws IOException, InterruptedException {
    return send(report(url, body).header("Content-Type", contentType).build());
  }

  /** Posts a body to a collector, with those headers that are there. */
  Answer report(
      String url, byte[] body, @Nullable String contentType, @Nullable String contentEncoding)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = report(url, body);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (contentEncoding != null) {
      request.header("Content-Encoding", contentEncoding);
    }
    return send(request.build());
  }

  private static HttpRequest.Builder report(String url, byte[] body) {
    int network = NETWORKS.incrementAndGet();
    return HttpRequest.newBuilder(URI.create(url))
        .header("X-Forwarded-For", "10.%d.%d.1".formatted(network >> 8 & 0xff, network & 0xff))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  /** Asks the batch management API to start a job, as an operator does. */
  Answer startJob(String job, Map<String, String> parameters)
      throws IOException, InterruptedException {
    return post(
        "/ibm/api/batch/jobinstances",
        JSON.writeValueAsString(
            Map.of(
                "applicationName",
                "farol",
                "moduleName",
                "batch.jar",
                "componentName",
                "JobSchedule",
                "jobXMLName",
                job,
                "jobParameters",
                parameters)));
  }

  /** Starts a roll-up that commits after each day, and says which instance of the job it is. */
  long startRollUpDayByDay() throws IOException, InterruptedException {
    return startJob("report-rollup", Map.of("chunkSize", "1")).body().path("instanceId").asLong();
  }

  /** Asks the batch management API to stop or restart an instance of a job. */
  Answer steerJob(long instance, String action) throws IOException, InterruptedException {
    return send(
        api(jobInstance(instance) + "?action=" + action)
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build());
  }

  /** The state in which an instance of a job ends. */
  String awaitEnd(long instance) throws IOException, InterruptedException {
    return await(() -> jobState(instance), Client::isOver);
  }

  String jobState(long instance) throws IOException, InterruptedException {
    return get(jobInstance(instance)).body().path("batchStatus").asText();
  }

  /** Starts a batch job as an operator does, and waits for its end. */
  public String runJob(String job) throws IOException, InterruptedException {
    return runJob(job, Map.of());
  }

  /** As {@link #runJob(String)}, with parameters. */
  public String runJob(String job, Map<String, String> parameters)
      throws IOException, InterruptedException {
    return awaitEnd(startJob(job, parameters).body().path("instanceId").asLong());
  }

  /** The parameters of each run of an instance of a job. */
  List<Map<String, String>> jobParameters(long instance) throws IOException, InterruptedException {
    List<Map<String, String>> parameters = new ArrayList<>();
    for (JsonNode run : get(jobInstance(instance) + "/jobexecutions").body()) {
      parameters.add(JSON.convertValue(run.path("jobParameters"), new TypeReference<>() {}));
    }
    return parameters;
  }

  private static String jobInstance(long instance) {
    return "/ibm/api/batch/jobinstances/" + instance;
  }

  /** What may be asked of the server again and again. */
  @FunctionalInterface
  public interface Question<T> {
    T ask() throws IOException, InterruptedException;
  }

  /** Asks again until the answer is as wanted, for two minutes at most. */
  public static <T> T await(Question<T> question, Predicate<T> wanted)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    T answer = question.ask();
    while (!wanted.test(answer)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not so within two minutes, last seen: " + answer);
      }
      Thread.sleep(100);
      answer = question.ask();
    }
    return answer;
  }

  private static boolean isOver(String status) {
    return status.equals("COMPLETED") || status.equals("FAILED") || status.equals("STOPPED");
  }

  private HttpRequest.Builder api(String path) {
    return HttpRequest.newBuilder(URI.create(farol.intranet() + path))
        .header("Authorization", authorization);
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return answer(response.statusCode(), response.headers(), response.body());
  }

  static Answer answer(int status, HttpHeaders headers, byte[] body) throws IOException {
    String type = headers.firstValue("Content-Type").orElse("");
    return new Answer(
        status,
        headers,
        type.startsWith("text/") || isRedirect(status)
            ? MissingNode.getInstance()
            : JSON.readTree(body));
  }

  /** The server says in HTML where to, without a media type. */
  private static boolean isRedirect(int status) {
    return status / 100 == 3;
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
