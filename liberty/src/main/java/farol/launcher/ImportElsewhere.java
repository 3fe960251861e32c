package farol.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import farol.imports.ImportCounts;
import farol.imports.ImportRefusal;
import farol.imports.ImportState;
import farol.imports.ReportImport;
import farol.intake.Verdict;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Imports into a Farol by its API: files are sent, folders as zip files. */
final class ImportElsewhere implements ImportTarget {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(20);
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);

  private final URI imports;
  private final String token;
  private final HttpClient http;

  /**
   * @param url the portal's address, with a slash at its end
   * @throws IllegalArgumentException if the token can't be one; it is not quoted
   */
  ImportElsewhere(URI url, String token, @Nullable Path trusted) throws StartFailure {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "a token must have only letters, digits, - and _, this one has something else");
    }
    this.imports = url.resolve("api/v1/imports");
    this.token = token;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_CONNECT);
    this.http = trusted == null ? builder.build() : builder.sslContext(trusting(trusted)).build();
  }

  private static SSLContext trusting(Path file) throws StartFailure {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted " + store.size(), each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure("--ca " + file + " can't be used (" + e + ")", e);
    }
  }

  @Override
  public long begin(Path path, Consumer<String> unread) throws StartFailure {
    try {
      Path whole = path.toRealPath();
      boolean isFolder = Files.isDirectory(whole);
      String name = whole.getFileName() + (isFolder ? ".zip" : "");
      HttpRequest.Builder request =
          request("?name=" + URLEncoder.encode(name, UTF_8))
              .expectContinue(true) // a refusal comes before the file is sent
              .POST(isFolder ? zipped(whole, unread) : BodyPublishers.ofFile(whole));
      return json(exchange(request)).path("id").asLong();
    } catch (FileSystemException | FileNotFoundException e) {
      throw new StartFailure(path + " can't be read (" + e + ")", e);
    } catch (IOException e) {
      throw new StartFailure("sending " + path + " to " + imports + " broke off (" + e + ")", e);
    }
  }

  private static BodyPublisher zipped(Path folder, Consumer<String> unread) {
    return BodyPublishers.ofInputStream(
        () -> {
          try {
            return new ZippedFolder(folder, unread);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public Optional<ReportImport> find(long id) throws StartFailure {
    try {
      HttpResponse<byte[]> answer = exchange(request("/" + id).timeout(LONGEST_ANSWER).GET());
      return answer.statusCode() / 100 == 5
          ? Optional.empty()
          : Optional.of(reportImport(id, json(answer)));
    } catch (IOException away) {
      return Optional.empty();
    }
  }

  private static ReportImport reportImport(long id, JsonNode found) {
    return new ReportImport(
        id,
        found.path("name").asText(),
        Instant.parse(found.path("createdAt").asText()),
        found.path("createdBy").asText(),
        ImportState.valueOf(found.path("state").asText().toUpperCase(Locale.ROOT)),
        found.hasNonNull("endedAt") ? Instant.parse(found.path("endedAt").asText()) : null,
        found.path("bytes").asLong(),
        found.path("readBytes").asLong(),
        new ImportCounts(
            found.path("stored").asLong(),
            found.path("duplicate").asLong(),
            found.path("foreign").asLong(),
            found.path("noReport").asLong(),
            found.path("refused").asLong()),
        found.hasNonNull("failure") ? found.path("failure").asText() : null);
  }

  @Override
  public List<ImportRefusal> refusals(long id, int most) throws StartFailure {
    JsonNode page =
        send(request("/" + id + "/refusals?size=" + most).timeout(LONGEST_ANSWER).GET());
    List<ImportRefusal> all = new ArrayList<>();
    for (JsonNode item : page.path("items")) {
      all.add(
          new ImportRefusal(
              item.path("ordinal").asLong(),
              item.path("place").asText(),
              Verdict.valueOf(item.path("verdict").asText().toUpperCase(Locale.ROOT)),
              item.path("code").asText(),
              item.path("reason").asText()));
    }
    return all;
  }

  private HttpRequest.Builder request(String below) {
    return HttpRequest.newBuilder(URI.create(imports + below))
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) throws StartFailure {
    try {
      return json(exchange(request));
    } catch (IOException e) {
      throw new StartFailure(imports + " did not take the request (" + e + ")", e);
    }
  }

  private HttpResponse<byte[]> exchange(HttpRequest.Builder request)
      throws IOException, StartFailure {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("stopped", e);
    }
  }

  private JsonNode json(HttpResponse<byte[]> answer) throws IOException, StartFailure {
    if (answer.statusCode() / 100 != 2) {
      throw new StartFailure(imports + " answered " + problem(answer));
    }
    return JSON.readTree(answer.body());
  }

  private static String problem(HttpResponse<byte[]> answer) {
    String status = String.valueOf(answer.statusCode());
    try {
      JsonNode problem = JSON.readTree(answer.body());
      return problem.hasNonNull("code")
          ? status + " " + problem.path("code").asText() + ": " + problem.path("detail").asText()
          : status;
    } catch (IOException noProblem) {
      return status;
    }
  }
}
