package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of who may call what of the API, held against every call by everybody. */
class AccessIT {
  private static final String DOMAIN = "access.example";
  private static final List<String> ROLES = List.of("viewer", "analyst", "owner");
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

  private static RunningFarol farol;
  private static TestDomain domain;

  @BeforeAll
  static void start() throws Exception {
    People.register("viewer", "analyst", "owner", "stranger");
    farol = RunningFarol.start(Map.of());
    domain = new TestDomain(farol, DOMAIN).add().prove();
    domain.send(domain.report());
    domain.sendRefused("{}");
    Client admin = new Client(farol);
    for (String role : ROLES) {
      add(admin, role, role);
    }
    add(admin, "leaver", "viewer");
  }

  private static void add(Client admin, String user, String role) throws Exception {
    String order = "{\"user\":\"%s\",\"role\":\"%s\"}".formatted(user, role);
    assertThat(admin.post("/api/v1/members", order).status()).isEqualTo(201);
  }

  @AfterAll
  static void stop() throws IOException {
    farol.close();
    People.forget();
  }

  /**
   * A call of the API.
   *
   * @param least the least role that may make it
   */
  private record Route(String method, String path, String least) {

    static Route of(String line) {
      String[] cells = line.split("\\|", -1);
      String[] call = cells[0].strip().split("\\s+", -1);
      return new Route(call[0], call[1], cells[1].strip());
    }

    boolean isFor(String role) {
      return least.equals("open") || ROLES.indexOf(role) >= ROLES.indexOf(least);
    }

    String name() {
      return method + " " + path;
    }
  }

  @Test
  void everyCallIsForThoseWhomTheTableNames() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Route route : routes()) {
      expect(route, "nobody", route.least().equals("open"), 401, wrong);
      expect(route, "stranger", !isOfAccount(route), 404, wrong);
      for (String role : ROLES) {
        expect(route, role, route.isFor(role), 403, wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theTableNamesEveryCall() throws Exception {
    Set<String> documented = new TreeSet<>();
    JsonNode paths = new Client(farol).get("/openapi?format=json").body().path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      String name = path.getKey().replaceFirst("^/api/v1", "");
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        documented.add(method.getKey().toUpperCase(Locale.ROOT) + " " + name);
      }
    }
    assertThat(routes()).extracting(Route::name).containsExactlyInAnyOrderElementsOf(documented);
  }

  /** Whether it names something that an account owns. */
  private static boolean isOfAccount(Route route) {
    return route.path().contains("{");
  }

  private static void expect(
      Route route, String who, boolean allowed, int refusal, List<String> wrong) throws Exception {
    Client client = new Client(farol, who, RunningFarol.PASSWORD);
    int status =
        client
            .call(
                route.method(), "/api/v1" + path(route.path()), body(route), !who.equals("nobody"))
            .status();
    boolean isRefused = REFUSALS.contains(status);
    if (allowed ? isRefused || status >= 500 : status != refusal) {
      wrong.add(
          "%s as %s: %d, should be %s"
              .formatted(route.name(), who, status, allowed ? "allowed" : String.valueOf(refusal)));
    }
  }

  /** With what is there, so that only who calls decides. */
  private static String path(String template) throws IOException, InterruptedException {
    if (!template.contains("{")) {
      return template;
    }
    String path = template.replace("{name}", DOMAIN).replace("{user}", "leaver");
    if (template.contains("{run}")) {
      return path.replace("{run}", run());
    }
    return template.contains("{id}") ? path.replace("{id}", id(template)) : path;
  }

  private static String id(String template) throws IOException, InterruptedException {
    if (template.startsWith("/reports")) {
      return firstId("/reports");
    }
    if (firstId("/quarantine").isEmpty()) {
      domain.sendRefused("{}");
    }
    return firstId("/quarantine");
  }

  private static String firstId(String list) throws IOException, InterruptedException {
    return domain.get(list).path("items").path(0).path("id").asText();
  }

  private static String run() throws IOException, InterruptedException {
    return new Client(farol)
        .post("/api/v1/domains/" + DOMAIN + "/reprocess", "")
        .body()
        .path("run")
        .asText();
  }

  private static String body(Route route) {
    return switch (route.method()) {
      case "GET", "DELETE" -> "";
      case "PUT" -> "{\"role\":\"viewer\"}";
      default -> "{}";
    };
  }

  private static List<Route> routes() {
    try (InputStream table = AccessIT.class.getResourceAsStream("access.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Route::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
