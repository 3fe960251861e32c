package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.Seals;
import farol.launcher.Launch.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code farol} as a service manager sees it: what it prints and how it ends. */
class StartIT {
  private static final int BROKEN_DOWN = 1;
  private static final int WRONG_SETTING = 2;
  private static final int STOPPED_BY_SIGTERM = 143;

  @TempDir Path folder;

  @Test
  void unknownSettingIsNamed() throws Exception {
    Ended ended = Launch.start(with("FAROL_PUBLIC_PROT", "8443")).awaitEnd();

    assertThat(ended.exitCode()).isEqualTo(WRONG_SETTING);
    assertThat(ended.lines())
        .singleElement()
        .asString()
        .startsWith("Farol can't start: ")
        .contains("FAROL_PUBLIC_PROT");
  }

  @Test
  void wrongValueIsShownWithItsRule() throws Exception {
    Ended ended = Launch.start(with("FAROL_DOMAIN_LIMIT", "many")).awaitEnd();

    assertThat(ended.exitCode()).isEqualTo(WRONG_SETTING);
    assertThat(ended.lines())
        .singleElement()
        .asString()
        .contains("FAROL_DOMAIN_LIMIT", "many", "a whole number from");
  }

  @Test
  void slipInTheFileOfMailboxesIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("mailboxes"), "reports.uri=maildir:/var/mail/a\n");

    Ended ended = Launch.start(with("FAROL_MAILBOXES", file.toString())).awaitEnd();

    assertThat(ended.exitCode()).isEqualTo(WRONG_SETTING);
    assertThat(ended.lines())
        .singleElement()
        .asString()
        .contains("FAROL_MAILBOXES", file.toString(), "reports.url must be");
  }

  @Test
  void wrongWordIsAnsweredWithTheUsage() throws Exception {
    Ended ended = Launch.start(settings(), "start").awaitEnd();

    assertThat(ended.exitCode()).isEqualTo(WRONG_SETTING);
    assertThat(ended.lines()).singleElement().asString().startsWith("usage: farol");
  }

  @Test
  void portInUseIsNamedWithItsSetting() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(other.getLocalPort());

      Ended ended = Launch.start(with("FAROL_INTRANET_PORT", port)).awaitEnd();

      assertRefused(ended, "port " + port, "FAROL_INTRANET_PORT");
    }
  }

  @Test
  void dataDirectoryThatCanNotBeWrittenIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Path data = file.resolve("data");

    assertRefused(
        Launch.start(with("FAROL_DATA_DIR", data.toString())).awaitEnd(),
        data.toString(),
        "can't be written");
  }

  @Test
  void dataDirectoryOfAnotherRunningFarolIsLeftAlone() throws Exception {
    try (DataDirectory other = DataDirectory.open(folder.resolve("data"))) {
      assertRefused(
          Launch.start(settings()).awaitEnd(), "another Farol", other.file("").toString());
    }
  }

  @Test
  void databaseThatCanNotBeReachedIsNamedWithoutItsPassword() throws Exception {
    Map<String, String> settings = settings();
    String url = "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/farol";
    settings.put("FAROL_DATABASE_URL", url);
    settings.put("FAROL_DATABASE_USER", "farol");
    settings.put("FAROL_DATABASE_PASSWORD", "s3cret-word");

    Ended ended = Launch.start(settings).awaitEnd();

    assertRefused(ended, url, "can't be reached");
    assertThat(ended.lines().toString()).doesNotContain("s3cret-word");
  }

  @Test
  void wrongKeyIsNamed() throws Exception {
    Path pem = Files.writeString(folder.resolve("server.pem"), "no PEM at all\n");
    Map<String, String> settings = settings();
    settings.put("FAROL_TLS_CERTIFICATE", pem.toString());
    settings.put("FAROL_TLS_KEY", pem.toString());

    assertRefused(Launch.start(settings).awaitEnd(), "FAROL_TLS_CERTIFICATE", pem.toString());
  }

  @Test
  void databaseWhoseTokensHaveAnotherKeyIsRefused() throws Exception {
    try (DataDirectory elsewhere = DataDirectory.open(folder.resolve("elsewhere"));
        EmbeddedPostgres server = EmbeddedPostgres.start(elsewhere, Secrets.in(elsewhere))) {
      Database database = server.database();
      Migrations.run(database);
      SealedTokens.prepare(database, Seals.withKeyOf(1));
      Map<String, String> settings = with("FAROL_SEAL_KEY", Seals.keyOf(2));
      settings.put("FAROL_DATABASE_URL", database.url());
      settings.put("FAROL_DATABASE_USER", database.user());
      settings.put("FAROL_DATABASE_PASSWORD", database.password());

      Ended ended = Launch.start(settings).awaitEnd();

      assertRefused(ended, "another key", "secrets.properties", "FAROL_SEAL_KEY");
      assertThat(ended.lines().toString()).doesNotContain(Seals.keyOf(1), Seals.keyOf(2));
    }
  }

  @Test
  void stopsInOrderWhileItIsStillStarting() throws Exception {
    Launch farol = Launch.start(settings());
    farol.await(() -> Files.exists(folder.resolve("data/logs/messages.log")));

    farol.terminate();

    assertThat(farol.awaitEnd()).isEqualTo(new Ended(STOPPED_BY_SIGTERM, List.of()));
    assertThat(farol.processesThatItStarted()).isEmpty();
    assertThat(folder.resolve("data/postgresql/18/postmaster.pid")).doesNotExist();
  }

  @Test
  void startsAfterItsLauncherWasKilledAloneAndEndsWithItsServer() throws Exception {
    Map<String, String> settings = settings();
    Launch killed = Launch.start(settings);
    killed.awaitRunning();
    killed.kill();
    assertThat(killed.processesThatItStarted()).as("left over").isNotEmpty();

    Launch next = Launch.start(settings);
    next.awaitRunning();
    assertThat(killed.processesThatItStarted()).isEmpty();
    next.killServer();

    Ended ended = next.awaitEnd();
    assertThat(ended.exitCode()).isEqualTo(BROKEN_DOWN);
    assertThat(ended.lines())
        .last()
        .asString()
        .contains("ended by itself", folder.resolve("data/logs/server.log").toString());
    assertThat(next.processesThatItStarted()).isEmpty();
  }

  @Test
  void usesADatabaseThatIsThereAlready() throws Exception {
    try (DataDirectory elsewhere = DataDirectory.open(folder.resolve("elsewhere"));
        EmbeddedPostgres server = EmbeddedPostgres.start(elsewhere, Secrets.in(elsewhere))) {
      Database database = server.database();
      Map<String, String> settings = settings();
      settings.put("FAROL_DATABASE_URL", database.url());
      settings.put("FAROL_DATABASE_USER", database.user());
      settings.put("FAROL_DATABASE_PASSWORD", database.password());

      Launch farol = Launch.start(settings);
      farol.awaitRunning();
      farol.terminate();
      farol.awaitEnd();

      assertThat(folder.resolve("data/postgresql")).doesNotExist();
      try (Connection connection = database.connect();
          ResultSet table =
              connection.getMetaData().getTables(null, null, "monitored_domain", null)) {
        assertThat(table.next()).as("migrated").isTrue();
      }
    }
  }

  private static void assertRefused(Ended ended, String... words) {
    assertThat(ended.lines())
        .singleElement()
        .asString()
        .startsWith("Farol can't start: ")
        .contains(words);
    assertThat(ended.exitCode()).isEqualTo(BROKEN_DOWN);
  }

  private Map<String, String> with(String name, String value) throws IOException {
    Map<String, String> settings = settings();
    settings.put(name, value);
    return settings;
  }

  private Map<String, String> settings() throws IOException {
    List<Integer> ports = List.of(Ports.free(), Ports.free());
    return new TreeMap<>(
        Map.of(
            "FAROL_DATA_DIR", folder.resolve("data").toString(),
            "FAROL_BIND", "127.0.0.1",
            "FAROL_PUBLIC_PORT", ports.get(0).toString(),
            "FAROL_INTRANET_PORT", ports.get(1).toString(),
            "FAROL_DNS_SERVERS", "127.0.0.1:9"));
  }
}
