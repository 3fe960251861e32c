package farol.container;

import farol.dns.TestDnsServer;
import farol.launcher.Groundwork;
import farol.launcher.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.event.container.AfterStop;
import org.jboss.arquillian.container.spi.event.container.BeforeSetup;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Makes the server's directory from the distribution's, without the application, which Arquillian
 * deploys, and with a listener for Arquillian; and starts the database and a DNS server.
 */
public final class ServerPreparation {
  private static final Path ROOT = Path.of(System.getProperty("farol.container"));
  private static final Path ORIGINAL =
      Path.of(System.getProperty("farol.home"), "wlp/usr/servers/farol");
  private static final String FOR_ARQUILLIAN =
      """
      <server>
        <featureManager>
          <feature>localConnector-1.0</feature>
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" httpPort="${ARQUILLIAN_PORT}"/>
        <virtualHost id="default_host">
          <hostAlias>*:${ARQUILLIAN_PORT}</hostAlias>
        </virtualHost>
      </server>
      """;

  private @Nullable Groundwork groundwork;
  private @Nullable TestDnsServer dns;

  void prepare(@Observes BeforeSetup event) throws Exception {
    deleteAll(ROOT);
    dns = TestDnsServer.start();
    Map<String, String> settings =
        Map.of(
            "FAROL_BIND", "127.0.0.1",
            "FAROL_PUBLIC_PORT", String.valueOf(Ports.free()),
            "FAROL_INTRANET_PORT", String.valueOf(Ports.free()),
            "FAROL_DNS_SERVERS", dns.setting(),
            "FAROL_ADMIN_PASSWORD", "in-arquillian-1234");
    groundwork = Groundwork.lay(ROOT.resolve("data"), settings);
    Map<String, String> environment = new HashMap<>(groundwork.environment());
    environment.put("ARQUILLIAN_PORT", String.valueOf(Ports.free()));
    writeServer(ROOT.resolve("usr/servers/farol-in-arquillian"), environment);
  }

  void cleanUp(@Observes AfterStop event) throws Exception {
    if (groundwork != null) {
      groundwork.close();
    }
    if (dns != null) {
      dns.close();
    }
  }

  private static void writeServer(Path server, Map<String, String> environment) throws IOException {
    Path overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
    Files.writeString(overrides.resolve("arquillian.xml"), FOR_ARQUILLIAN);
    Files.createSymbolicLink(server.resolve("lib"), ORIGINAL.resolve("lib"));
    Files.copy(ORIGINAL.resolve("jvm.options"), server.resolve("jvm.options"));
    Files.write(
        server.resolve("server.env"),
        environment.entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .collect(Collectors.toList()));
    String configuration = Files.readString(ORIGINAL.resolve("server.xml"));
    String application = element(configuration, "application");
    Files.writeString(server.resolve("server.xml"), configuration.replace(application, ""));
    Files.writeString(ROOT.resolve("application-bnd.xml"), element(application, "application-bnd"));
  }

  private static String element(String xml, String name) {
    String end = "</" + name + ">";
    return xml.substring(xml.indexOf("<" + name), xml.indexOf(end) + end.length());
  }

  private static void deleteAll(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(root)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
