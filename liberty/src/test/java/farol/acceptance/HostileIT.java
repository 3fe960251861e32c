package farol.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import farol.wire.HostileRow;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything hostile that was collected gets the answer in its index from the packaged server. */
class HostileIT {
  private record Exchange(HostileRow row, RawConnection connection, Client.Answer answer) {}

  private final List<String> wrong = new ArrayList<>();
  private int right;
  private RunningFarol farol;
  private Client client;
  private TestDomain domain;

  @BeforeEach
  void findServer() throws Exception {
    farol = RunningFarol.shared();
    client = new Client(farol);
    domain = new TestDomain(farol, "example.com");
  }

  @AfterEach
  void deleteDomain() throws Exception {
    domain.close();
  }

  @Test
  void everyBodyIsAnswered() throws Exception {
    for (HostileRow row : HostileRow.in("reports").toList()) {
      if (!row.isReplay()) {
        startAfresh();
      }
      Client.Answer answer =
          client.report(domain.collector(), row.bytes(), row.contentType(), row.contentEncoding());
      judge(row, answer);
    }
    assertNothingWrong();
  }

  /**
   * Each request on a connection of its own, which is read to its end: what an answered request has
   * left over must not be answered as another.
   */
  @Test
  void everyRawRequestIsAnsweredOnce() throws Exception {
    List<Exchange> exchanges = new ArrayList<>();
    for (HostileRow row : HostileRow.in("http").toList()) {
      startAfresh();
      RawConnection connection =
          new RawConnection(URI.create(farol.internet()), "127.0.0." + (2 + exchanges.size()));
      connection.send(request(row));
      exchanges.add(new Exchange(row, connection, connection.answer().parsed()));
    }
    for (Exchange exchange : exchanges) {
      try (RawConnection connection = exchange.connection()) {
        judge(exchange.row(), exchange.answer(), connection.rest());
      }
    }
    assertNothingWrong();
  }

  /** With the live token of the domain, or with the same in the other case. */
  private byte[] request(HostileRow row) throws IOException, InterruptedException {
    String collector = domain.collector();
    String token = collector.substring(collector.lastIndexOf('/') + 1);
    return new String(row.bytes(), ISO_8859_1)
        .replace("/TOKEN ", "/" + token + " ")
        .replace("/token ", "/" + inOtherCase(token) + " ")
        .getBytes(ISO_8859_1);
  }

  private static String inOtherCase(String token) {
    return token
        .chars()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Nothing that one row leaves behind may change the answer to the next. */
  private void startAfresh() throws IOException, InterruptedException {
    domain.close();
    domain.add();
  }

  private void judge(HostileRow row, Client.Answer answer) {
    String diagnosis = diagnosis(answer);
    if (row.statuses().contains(String.valueOf(answer.status()))
        && row.diagnoses().contains(diagnosis)) {
      right++;
    } else {
      wrong.add(row + " was answered " + answer.status() + " " + diagnosis);
    }
  }

  /** What the container refuses by itself has no code. */
  private void judge(HostileRow row, Client.Answer answer, String rest) {
    if (!rest.isEmpty()) {
      wrong.add(row + " was answered again: " + rest);
    } else if (answer.body().isMissingNode()
        && row.statuses().contains(String.valueOf(answer.status()))) {
      right++;
    } else {
      judge(row, answer);
    }
  }

  /** The code of a refusal; the index writes the warnings of a receipt in one word. */
  private static String diagnosis(Client.Answer answer) {
    JsonNode body = answer.body();
    if (body.has("code")) {
      return body.path("code").asText();
    }
    String receipt =
        switch (body.path("status").asText()) {
          case "stored" -> "OK";
          case "duplicate" -> "DUPLICATE";
          default -> "nothing that is known";
        };
    StringBuilder diagnosis = new StringBuilder(receipt);
    body.path("warnings").forEach(warning -> diagnosis.append('_').append(warning.asText()));
    return diagnosis.toString();
  }

  private void assertNothingWrong() {
    System.out.println(right + " passed, " + wrong.size() + " failed");
    assertThat(right).isPositive();
    assertThat(wrong).isEmpty();
  }
}
