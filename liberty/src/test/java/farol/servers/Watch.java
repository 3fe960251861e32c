package farol.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import farol.acceptance.Client;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has Farol watch domains, and asks it what it found. */
final class Watch {
  private final Client client;
  private final List<State> states;

  Watch(Client client, List<State> states) {
    this.client = client;
    this.states = states;
  }

  /** Adds the domains, and says what they are to publish. */
  Map<State, Proposal> add() throws IOException, InterruptedException {
    Map<State, Proposal> proposals = new LinkedHashMap<>();
    for (State state : states) {
      String order = "{\"name\":\"" + state.domain() + "\"}";
      assertThat(client.post("/api/v1/domains", order).status()).isEqualTo(201);
      JsonNode domain = client.get(path(state)).body();
      proposals.put(
          state,
          new Proposal(
              domain.path("verification").path("value").asText(),
              domain.path("tlsrptRecord").path("value").asText()));
    }
    return proposals;
  }

  /** Has Farol look for what proves them. */
  void prove() throws IOException, InterruptedException {
    for (State state : states) {
      assertThat(client.post(path(state) + "/verify", "").body().path("state").asText())
          .as(state.domain())
          .isEqualTo("verified");
    }
  }

  /** Has Farol look at all domains, and waits until it has. */
  void look() throws IOException, InterruptedException {
    Instant start = Instant.now();
    for (State state : states) {
      assertThat(client.post(path(state) + "/recheck", "").status()).isEqualTo(202);
    }
    assertThat(client.runJob("dns-recheck")).isEqualTo("COMPLETED");
    for (State state : states) {
      // A run that the schedule started may have taken some.
      var unused =
          Client.await(
              () -> posture(state).path("asOf").asText(),
              asOf -> !asOf.isEmpty() && Instant.parse(asOf).isAfter(start));
    }
  }

  /**
   * What Farol says of all domains.
   *
   * @param firstLook when that was over
   */
  Map<State, Found> found(Instant firstLook) throws IOException, InterruptedException {
    Map<State, Found> found = new LinkedHashMap<>();
    for (State state : states) {
      JsonNode history = client.get(path(state) + "/posture/history?size=500").body();
      found.put(state, Found.of(posture(state), history, firstLook));
    }
    return found;
  }

  /** As the API has it. */
  JsonNode posture(State state) throws IOException, InterruptedException {
    return client.get(path(state) + "/posture").body();
  }

  private static String path(State state) {
    return "/api/v1/domains/" + state.domain();
  }
}
