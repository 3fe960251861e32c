package farol.batch.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import farol.demo.DemoDomain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoReportWriterTest {
  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private volatile int status = 201;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everyReportGoesToTheCollectorOfItsDomain() {
    writer().writeItems(List.of(report(DemoDomain.HARBOR), report(DemoDomain.PHAROS)));

    assertThat(received)
        .containsExactlyInAnyOrder(
            "/HARBOR application/tlsrpt+json {}", "/PHAROS application/tlsrpt+json {}");
  }

  @Test
  void reportThatIsThereAlreadyIsFine() {
    status = 200;

    writer().writeItems(List.of(report(DemoDomain.HARBOR)));

    assertThat(received).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 204, 404, 422, 503})
  void anyOtherAnswerFailsTheRun(int other) {
    status = other;
    DemoReportWriter writer = writer();

    assertThatThrownBy(() -> writer.writeItems(List.of(report(DemoDomain.HARBOR))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("got " + other);
  }

  private DemoReportWriter writer() {
    return new DemoReportWriter(
        HttpClient.newHttpClient(),
        Map.of(
            DemoDomain.HARBOR, collector(DemoDomain.HARBOR),
            DemoDomain.PHAROS, collector(DemoDomain.PHAROS)));
  }

  private URI collector(DemoDomain domain) {
    InetSocketAddress address = server.getAddress();
    return URI.create(
        "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/" + domain);
  }

  private static ComposedReport report(DemoDomain domain) {
    return new ComposedReport(domain, "{}".getBytes(StandardCharsets.UTF_8));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    received.add(exchange.getRequestURI() + " " + type + " " + body);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
