package farol.batch.demo;

import farol.demo.DemoDomain;
import farol.demo.DemonstrationService;
import farol.fetch.OwnListeners;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Posts the reports of a chunk to the public listener, all at once, as reporters on the internet
 * do. A report that is there already changes nothing, so a chunk may be posted twice.
 */
@Named
@Dependent
public class DemoReportWriter extends AbstractItemWriter {
  private static final Duration LONGEST_POST = Duration.ofSeconds(30);
  private static final Set<Integer> TAKEN = Set.of(200, 201);

  @Inject DemonstrationService demonstration;

  private HttpClient client;
  private Map<DemoDomain, URI> collectors = Map.of();

  /** For the container, which calls {@link #open} before any other method. */
  @SuppressWarnings("NullAway.Init")
  public DemoReportWriter() {}

  DemoReportWriter(HttpClient client, Map<DemoDomain, URI> collectors) {
    this();
    this.client = client;
    this.collectors = collectors;
  }

  @Override
  public void open(@Nullable Serializable checkpoint) throws IOException, GeneralSecurityException {
    Config server = ConfigProvider.getConfig();
    client =
        OwnListeners.client(
            Path.of(server.getValue("KEYSTORE_FILE", String.class)),
            server.getValue("KEYSTORE_PASSWORD", String.class));
    collectors = demonstration.prepare().collectors();
  }

  @Override
  public void writeItems(List<Object> items) {
    List<CompletableFuture<HttpResponse<Void>>> answers =
        items.stream().map(item -> post((ComposedReport) item)).toList();
    answers.forEach(answer -> requireTaken(answer.join()));
  }

  private CompletableFuture<HttpResponse<Void>> post(ComposedReport report) {
    HttpRequest request =
        HttpRequest.newBuilder(collectors.get(report.domain()))
            .timeout(LONGEST_POST)
            .header("Content-Type", "application/tlsrpt+json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(report.body()))
            .build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
  }

  private static void requireTaken(HttpResponse<Void> answer) {
    if (!TAKEN.contains(answer.statusCode())) {
      throw new IllegalStateException(
          "a report of the demonstration must be answered 200 or 201, got " + answer.statusCode());
    }
  }
}
