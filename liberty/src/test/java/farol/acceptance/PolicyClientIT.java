package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import farol.probe.ServerAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hosted policies, fetched by the client that Postfix fetches them with. */
class PolicyClientIT {
  private static final Path SCRIPT = Path.of("src/test/resources/farol/acceptance/fetch-policy.py");
  private static final String NAME = "example.com";
  private static final String POLICY = "/api/v1/domains/" + NAME + "/mta-sts";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerAuthority authority = ServerAuthority.root("Test root");
  private RunningFarol farol;
  private Client owner;
  private TestDomain domain;
  private Nginx nginx;
  private NamesLeadHere internet;

  @BeforeEach
  void proveDomain() throws Exception {
    farol = RunningFarol.shared();
    owner = new Client(farol);
    domain = new TestDomain(farol, NAME).add().prove();
    nginx = Nginx.before(farol, authority);
    internet = new NamesLeadHere(nginx.port(), "127.0.0.1");
  }

  @AfterEach
  void deleteDomain() throws Exception {
    internet.close();
    nginx.close();
    farol.dns().zone().remove("_mta-sts." + NAME);
    domain.close();
  }

  @Test
  void policyIsAcceptedInTestingAndInEnforceAndEachChangeIsSeen() throws Exception {
    String first = host("testing", "mx." + NAME);
    JsonNode testing = fetch(authority, "");
    assertThat(testing.path("result").asText()).isEqualTo("VALID");
    assertThat(testing.path("id").asText()).isEqualTo(first);
    assertThat(testing.path("policy").path("mode").asText()).isEqualTo("testing");
    assertThat(testing.path("policy").path("max_age").asInt()).isEqualTo(604800);
    assertThat(fetch(authority, first).path("result").asText()).isEqualTo("NOT_CHANGED");

    String second = host("enforce", "*." + NAME);
    JsonNode enforce = fetch(authority, first);
    assertThat(enforce.path("result").asText()).isEqualTo("VALID");
    assertThat(enforce.path("id").asText()).isEqualTo(second);
    assertThat(enforce.path("policy").path("mode").asText()).isEqualTo("enforce");
    assertThat(enforce.path("policy").path("mx").path(0).asText()).isEqualTo("*." + NAME);
    assertThat(internet.asked()).containsOnly("mta-sts." + NAME + ":443");
  }

  @Test
  void clientLooksAtTheCertificate() throws Exception {
    host("testing", "mx." + NAME);

    JsonNode refused = fetch(ServerAuthority.root("Another root"), "");
    assertThat(refused.path("result").asText()).isEqualTo("FETCH_ERROR");
  }

  /** Has a policy served, and publishes the record that goes with it; its id. */
  private String host(String mode, String mx) throws Exception {
    String order =
        "{\"mode\":\"%s\",\"maxAge\":604800,\"mx\":[\"%s\"],\"confirm\":true}".formatted(mode, mx);
    Client.Answer hosted = owner.put(POLICY, order);
    assertThat(hosted.status()).isEqualTo(200);
    domain.publish("_mta-sts", hosted.body().path("records").path(0).path("value").asText());
    return hosted.body().path("id").asText();
  }

  private JsonNode fetch(ServerAuthority trusted, String known) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "client-");
    Path printed = folder.resolve("printed");
    String[] dns = farol.dns().setting().split(":", 2);
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/python3", SCRIPT.toString(), NAME, dns[0], dns[1]));
    if (!known.isEmpty()) {
      command.add(known);
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(printed.toFile())
            .redirectError(folder.resolve("complaints").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "https_proxy",
                "http://127.0.0.1:" + internet.address().getPort(),
                "SSL_CERT_FILE",
                trusted.writeTo(folder).toString()));
    return JSON.readTree(output(builder.start(), printed, folder.resolve("complaints")));
  }

  private static String output(Process client, Path printed, Path complaints)
      throws IOException, InterruptedException {
    if (!client.waitFor(60, TimeUnit.SECONDS)) {
      client.destroyForcibly();
      throw new AssertionError("postfix-mta-sts-resolver does not come to an end");
    }
    if (client.exitValue() != 0) {
      throw new AssertionError(
          "Debian's postfix-mta-sts-resolver is needed (build/test-setup gets it): "
              + Files.readString(complaints));
    }
    return Files.readString(printed);
  }
}
