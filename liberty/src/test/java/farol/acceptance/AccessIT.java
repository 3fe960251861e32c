package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import farol.acceptance.AccessTable.Caller;
import farol.acceptance.AccessTable.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables of who may call what of the API and open what of the portal, held by everybody. */
class AccessIT {
  private static final String DOMAIN = "access.example";
  private static final String DELETE_DOMAIN = "DELETE /domains/{name}";
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);
  private static final Path PORTAL = Path.of("../web-jsf/src/main");
  private static final Pattern SERVLET = Pattern.compile("@WebServlet\\(\"(/[a-z-]+)");
  private static final Pattern TABLE =
      Pattern.compile(
          "implements TableSource \\{.*String name\\(\\) \\{\\s+return \"([a-z-]+)\"",
          Pattern.DOTALL);

  private static RunningFarol farol;
  private static TestDomain domain;
  private static int tokens;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of());
    People.add(farol, "viewer", "analyst", "owner", "stranger", "auditor", "leaver");
    assertThat(admin().patch("/api/v1/users/auditor", "{\"auditor\":true}").status())
        .isEqualTo(200);
    domain = new TestDomain(farol, DOMAIN).add().prove();
    domain.send(domain.report());
    domain.sendRefused("{}");
    for (String role : AccessTable.ROLES) {
      add(role, role);
    }
  }

  private static void add(String user, String role) throws Exception {
    String order = "{\"user\":\"%s\",\"role\":\"%s\"}".formatted(user, role);
    assertThat(admin().post("/api/v1/members", order).status()).isEqualTo(201);
  }

  @AfterAll
  static void stop() throws IOException {
    farol.close();
  }

  @Test
  void everyCallIsForThoseWhomTheTableNames() throws Exception {
    Client reading = Client.withToken(farol, token("read").path("token").asText());
    Client writing = Client.withToken(farol, token("write").path("token").asText());
    List<String> wrong = new ArrayList<>();
    for (Line line : AccessTable.read("access.txt")) {
      for (Caller person : people()) {
        expect(line, person, new Client(farol, person.name(), RunningFarol.PASSWORD), wrong);
      }
      expect(line, Caller.script("read", "viewer"), reading, wrong);
      expect(line, Caller.script("write", "analyst"), writing, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theTableNamesEveryCall() throws Exception {
    Set<String> documented = new TreeSet<>();
    JsonNode paths = admin().get("/openapi?format=json").body().path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      String name = path.getKey().replaceFirst("^/api/v1", "");
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        documented.add(method.getKey().toUpperCase(Locale.ROOT) + " " + name);
      }
    }
    assertThat(AccessTable.read("access.txt"))
        .extracting(Line::what)
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void theDescriptionNamesBothWaysIn() throws Exception {
    JsonNode description = admin().get("/openapi?format=json").body();
    JsonNode schemes = description.path("components").path("securitySchemes");

    assertThat(schemes.path("basic").path("scheme").asText()).isEqualTo("basic");
    assertThat(schemes.path("bearer").path("scheme").asText()).isEqualTo("bearer");
    assertThat(description.path("security")).as("either").hasSize(2);
  }

  @Test
  void aCallWithoutCredentialsIsRefusedAndSignsNobodyOut() throws Exception {
    PortalVisitor visitor = new PortalVisitor(farol);
    visitor.signIn("viewer", RunningFarol.PASSWORD);

    assertThat(visitor.get("/api/v1/domains").statusCode()).isEqualTo(401);
    assertThat(visitor.get("/domains").statusCode()).isEqualTo(200);
  }

  @Test
  void everyPageIsForThoseWhomTheTableNames() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Caller person : people()) {
      PortalVisitor visitor = new PortalVisitor(farol);
      if (person.isKnown()) {
        visitor.signIn(person.name(), RunningFarol.PASSWORD);
      }
      for (Line line : AccessTable.read("pages.txt")) {
        HttpResponse<String> page = visitor.get(filled(line.what()));
        int expected = status(line, person);
        if (page.statusCode() != expected) {
          wrong.add(
              "%s as %s: %d, should be %d"
                  .formatted(line.what(), person.name(), page.statusCode(), expected));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static int status(Line line, Caller person) {
    if (line.isOpen()) {
      return 200;
    }
    if (!person.isKnown()) {
      return 302; // to the sign-in page
    }
    if (line.isHiddenFrom(person)) {
      return 404;
    }
    return line.isFor(person) ? 200 : 403;
  }

  @Test
  void theTableNamesEveryPage() throws Exception {
    Set<String> missing = new TreeSet<>(pages());
    missing.addAll(found(SERVLET, ""));
    missing.addAll(found(TABLE, "/export/"));
    missing.remove("/export"); // its tables count
    AccessTable.read("pages.txt")
        .forEach(line -> missing.remove(line.what().replaceFirst("(\\.[a-z]+)?(\\?.*)?$", "")));
    assertThat(missing).isEmpty();
  }

  private static List<String> pages() throws IOException {
    Path root = PORTAL.resolve("webapp");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> "/" + root.relativize(file))
          .filter(name -> name.endsWith(".xhtml") && !name.startsWith("/WEB-INF"))
          .map(name -> name.replace(".xhtml", ""))
          .toList();
    }
  }

  /** What the sources have by this pattern. */
  private static List<String> found(Pattern pattern, String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(PORTAL.resolve("java"))) {
      List<String> all =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(file -> pattern.matcher(read(file)))
              .filter(Matcher::find)
              .map(match -> prefix + match.group(1))
              .toList();
      assertThat(all).isNotEmpty();
      return all;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Caller> people() {
    return List.of(
        Caller.NOBODY,
        Caller.other("stranger", false),
        Caller.other("auditor", true),
        Caller.member("viewer"),
        Caller.member("analyst"),
        Caller.member("owner"),
        Caller.keeper());
  }

  private static void expect(Line line, Caller caller, Client client, List<String> wrong)
      throws Exception {
    String[] call = line.what().split("\\s+", -1);
    String path = line.what().equals(DELETE_DOMAIN) ? "/domains/" + ending() : filled(call[1]);
    int status = client.call(call[0], "/api/v1" + path, body(call[0]), caller.isKnown()).status();
    boolean isRefused = REFUSALS.contains(status);
    boolean isAllowed = line.isFor(caller) && !line.isHiddenFrom(caller);
    int refusal = !caller.isKnown() ? 401 : line.isHiddenFrom(caller) ? 404 : 403;
    if (isAllowed ? isRefused || status >= 500 : status != refusal) {
      wrong.add(
          "%s as %s: %d, should be %s"
              .formatted(line.what(), caller.name(), status, isAllowed ? "allowed" : "" + refusal));
    }
  }

  /** With what is there, so that only who asks decides. */
  private static String filled(String template) throws IOException, InterruptedException {
    String path = template.replace("{name}", DOMAIN);
    if (path.contains("{user}")) {
      path = path.replace("{user}", leaver());
    }
    if (path.contains("{run}")) {
      path = path.replace("{run}", run());
    }
    if (path.contains("{report}")) {
      path = path.replace("{report}", firstId("/reports"));
    }
    if (path.contains("{refused}")) {
      path = path.replace("{refused}", refusedId());
    }
    return path.contains("{id}") ? path.replace("{id}", id(template)) : path;
  }

  private static String id(String template) throws IOException, InterruptedException {
    if (template.startsWith("/reports")) {
      return firstId("/reports");
    }
    if (template.startsWith("/imports")) {
      return importId();
    }
    return template.startsWith("/tokens") ? token("read").path("id").asText() : refusedId();
  }

  private static String importId() throws IOException, InterruptedException {
    JsonNode known = admin().get("/api/v1/imports").body().path("items").path(0);
    return (known.isMissingNode() ? admin().post("/api/v1/imports", "{}").body() : known)
        .path("id")
        .asText();
  }

  private static String refusedId() throws IOException, InterruptedException {
    if (firstId("/quarantine").isEmpty()) {
      domain.sendRefused("{}");
    }
    return firstId("/quarantine");
  }

  private static String firstId(String list) throws IOException, InterruptedException {
    return domain.get(list).path("items").path(0).path("id").asText();
  }

  /** A domain that may be deleted: it is there again each time. */
  private static String ending() throws IOException, InterruptedException {
    admin().post("/api/v1/domains", "{\"name\":\"ending.example\"}");
    return "ending.example";
  }

  /** Somebody who may be removed: a member again each time. */
  private static String leaver() throws IOException, InterruptedException {
    admin().post("/api/v1/members", "{\"user\":\"leaver\",\"role\":\"viewer\"}");
    return "leaver";
  }

  private static String run() throws IOException, InterruptedException {
    return admin().post("/api/v1/domains/" + DOMAIN + "/reprocess", "").body().path("run").asText();
  }

  private static JsonNode token(String scope) throws IOException, InterruptedException {
    String order = "{\"name\":\"%d\",\"scope\":\"%s\",\"days\":1}".formatted(++tokens, scope);
    return admin().post("/api/v1/tokens", order).body();
  }

  private static Client admin() {
    return new Client(farol);
  }

  private static String body(String method) {
    return switch (method) {
      case "GET", "DELETE" -> "";
      case "PUT" -> "{\"role\":\"viewer\"}";
      default -> "{}";
    };
  }
}
