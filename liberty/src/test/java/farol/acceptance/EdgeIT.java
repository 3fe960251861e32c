package farol.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the public listener makes of requests that are slow, too many, or not quite HTTP. */
class EdgeIT {
  private static final int MOST_A_MINUTE = 60;
  private static final int MOST_AT_ONCE = 50;

  private static RunningFarol farol;
  private static URI server;
  private static String path;
  private static String otherPath;
  private static ReportMix mix;

  @BeforeAll
  static void addDomains() throws IOException, InterruptedException {
    farol =
        RunningFarol.start(
            Map.of("FAROL_LIMIT_BODY_SECONDS", "8", "FAROL_LIMIT_IDLE_SECONDS", "5"));
    server = URI.create(farol.internet());
    path = URI.create(new TestDomain(farol, "example.com").add().collector()).getPath();
    otherPath = URI.create(new TestDomain(farol, "example.org").add().collector()).getPath();
    mix = new ReportMix("edge", 1);
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    farol.close();
  }

  @Test
  void refusesOneReportTooManyFromANetworkAndKeepsOutNobodyElse() throws IOException {
    for (int i = 0; i < MOST_A_MINUTE; i++) {
      assertThat(post(path, "127.1.1." + (1 + i % 9)).status()).isEqualTo(201);
    }

    RawConnection.Answer refused = post(path, "127.1.1.77");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    assertThat(post(path, "127.1.2.1").status()).isEqualTo(201);
    assertThat(post(otherPath, "127.1.1.77").code()).isEqualTo("DOMAIN_MISMATCH"); // it was read
  }

  @Test
  void endsARequestWhoseBodyStopsComing() throws IOException {
    try (RawConnection connection = new RawConnection(server, "127.2.0.1")) {
      connection.send(RawConnection.head(path, "Content-Length: 1000") + "{");

      assertThat(connection.answer().status()).isEqualTo(408);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void endsARequestWhoseBodyDrips() throws IOException {
    // The idle time, or the body's time where a read found the next byte already there.
    assertThat(secondsUntilGivenUp("127.2.0.2", 1)).isBetween(4, 20);
  }

  @Test
  void endsARequestWhoseBodyIsNotWholeInTime() throws IOException {
    assertThat(secondsUntilGivenUp("127.2.0.3", 20_000)).isBetween(7, 20);
  }

  /** Sends a megabyte in pieces, three a second: too few for it to be whole by then. */
  private static int secondsUntilGivenUp(String source, int piece) throws IOException {
    try (RawConnection connection = new RawConnection(server, source)) {
      connection.send(RawConnection.head(path, "Content-Length: 1000000"));
      long start = System.nanoTime();
      Thread sender = new Thread(() -> sendPieces(connection, piece), "sender");
      sender.start();

      RawConnection.Answer answer = connection.answer();

      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.code()).isEqualTo("BODY_TOO_SLOW");
      sender.interrupt();
      return (int) ((System.nanoTime() - start) / 1_000_000_000);
    }
  }

  private static void sendPieces(RawConnection connection, int piece) {
    try {
      while (true) {
        connection.send(" ".repeat(piece));
        Thread.sleep(333);
      }
    } catch (IOException | InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void admitsItsNumberOfRequestsFromAnAddressAtOnceAndNotOneMore() throws IOException {
    List<RawConnection> slow = new ArrayList<>();
    try {
      for (int i = 0; i < MOST_AT_ONCE; i++) {
        RawConnection connection = new RawConnection(server, "127.3.0.1");
        slow.add(connection);
        connection.send(RawConnection.head(path, "Content-Length: 1000") + "{");
      }
      try (RawConnection more = new RawConnection(server, "127.3.0.1")) {
        more.send(RawConnection.head(path, "Content-Length: 1000") + "{");

        RawConnection.Answer answer = more.answer();

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("TOO_MANY_AT_ONCE");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(more.isClosed()).isTrue();
      }
      assertThat(post(path, "127.3.0.2").status()).isEqualTo(201);
    } finally {
      for (RawConnection connection : slow) {
        connection.close();
      }
    }
  }

  @Test
  void takesAReportThatComesInPieces() throws IOException, InterruptedException {
    byte[] report = mix.next().json();
    try (RawConnection connection = new RawConnection(server, "127.4.0.1")) {
      connection.send(RawConnection.head(path, "Content-Length: " + report.length));
      int half = report.length / 2;
      connection.send(Arrays.copyOf(report, half));
      Thread.sleep(700); // longer than any packet takes
      connection.send(Arrays.copyOfRange(report, half, report.length));

      assertThat(connection.answer().status()).isEqualTo(201);
    }
  }

  @Test
  void takesReportAfterReportOnOneConnection() throws IOException {
    try (RawConnection connection = new RawConnection(server, "127.4.0.2")) {
      for (int i = 0; i < 3; i++) {
        byte[] report = mix.next().json();
        connection.send(RawConnection.head(path, "Content-Length: " + report.length));
        connection.send(report);

        assertThat(connection.answer().status()).isEqualTo(201);
      }
    }
  }

  @Test
  void refusesABodyOfUnknownLengthOnceItIsTooLong() throws IOException {
    try (RawConnection connection = new RawConnection(server, "127.4.0.3")) {
      connection.send(RawConnection.head(path, "Transfer-Encoding: chunked"));
      byte[] chunk = "x".repeat(65_536).getBytes(UTF_8);
      for (int i = 0; i < 17; i++) {
        connection.send("10000\r\n");
        connection.send(chunk);
        connection.send("\r\n");
      }

      RawConnection.Answer answer = connection.answer();

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
    }
  }

  @Test
  void wantsALength() throws IOException {
    try (RawConnection connection = new RawConnection(server, "127.5.0.1")) {
      connection.send(
          RawConnection.head(path, "X-Nothing: 1") + "GET / HTTP/1.1\r\nHost: x\r\n\r\n");

      RawConnection.Answer answer = connection.answer();

      assertThat(answer.status()).isEqualTo(411);
      assertThat(answer.code()).isEqualTo("LENGTH_REQUIRED");
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, chunked", "identity", "chunked, chunked", "gzip"})
  void refusesOtherTransferCodings(String coding) throws IOException {
    try (RawConnection connection = new RawConnection(server, "127.5.0.2")) {
      connection.send(RawConnection.head(path, "Transfer-Encoding: " + coding) + "0\r\n\r\n");

      RawConnection.Answer answer = connection.answer();

      assertThat(answer.status()).isIn(400, 501);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"})
  void answersEveryMethodAlikeForTokensThatExistAndOthers(String method) throws IOException {
    RawConnection.Answer known = ask(method, path);
    RawConnection.Answer unknown = ask(method, "/tls-rpt/ingest/none");

    assertThat(known.status()).isEqualTo(405);
    assertThat(known.code()).isEqualTo("METHOD");
    assertThat(known.header("Allow")).isEqualTo("POST");
    assertThat(known.body()).isEqualTo(unknown.body());
    assertThat(known.headers().keySet()).isEqualTo(unknown.headers().keySet());
  }

  @Test
  void saysNothingOfWhatServesIt() throws IOException {
    RawConnection.Answer answer = post("/tls-rpt/ingest/none", "127.6.0.1");

    assertThat(answer.headers())
        .containsOnlyKeys(
            "connection",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "strict-transport-security");
  }

  private static RawConnection.Answer ask(String method, String path) throws IOException {
    try (RawConnection connection = new RawConnection(server, "127.6.0.2")) {
      connection.send(
          "%s %s HTTP/1.1\r\nHost: rpt.example.net\r\nContent-Length: 0\r\n\r\n"
              .formatted(method, path));
      return connection.answer();
    }
  }

  private static RawConnection.Answer post(String path, String source) throws IOException {
    try (RawConnection connection = new RawConnection(server, source)) {
      return connection.post(path, mix.next().gzip());
    }
  }
}
