package farol.launcher;

import farol.domain.monitored.TokenSeal;
import farol.domain.user.PasswordHash;
import farol.settings.Setting;
import farol.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One run of everything, from the checks to the orderly stop. */
final class Farol {
  private final Settings settings;
  private final Installation installation;
  private final PrintStream out;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile @Nullable LibertyServer server;

  Farol(Settings settings, Installation installation, PrintStream out) {
    this.settings = settings;
    this.installation = installation;
    this.out = out;
  }

  /** Runs until the server ends; returns 0 when it was told to. */
  int run() throws StartFailure {
    Listeners listeners = Listeners.of(settings);
    Thread stop = new Thread(this::stop, "stop");
    try (DataDirectory data = DataDirectory.open(Path.of(settings.text(Setting.DATA_DIR)))) {
      LibertyServer.stopLeftOver(data);
      listeners.requireFree();
      SignInConfiguration.prepare(data, settings);
      Secrets secrets = Secrets.in(data);
      ServerKey key = ServerKey.prepare(data, secrets, settings);
      Runtime.getRuntime().addShutdownHook(stop);
      try (EmbeddedPostgres embedded = startDatabase(data, secrets)) {
        return serve(data, secrets, key, listeners, databaseOf(embedded));
      }
    } catch (StartFailure failure) {
      if (!stopping) {
        throw failure;
      }
      return 0; // what was under way failed because it was told to stop
    } catch (IOException e) {
      throw new StartFailure("the data directory can't be released (" + e + ")", e);
    } finally {
      stopped.countDown();
    }
  }

  private int serve(
      DataDirectory data, Secrets secrets, ServerKey key, Listeners listeners, Database database)
      throws StartFailure {
    database.check();
    Migrations.run(database);
    SealedTokens.prepare(database, TokenSeal.of(sealKey(settings, secrets)));
    Optional<AdminPassword> password = adminPassword(settings, secrets);
    try {
      LibertyServer started =
          LibertyServer.start(
              installation, data, environment(settings, data, secrets, key, database));
      server = started;
      if (stopping) {
        return 0; // told to before there was a server to stop
      }
      new Readiness(key, listeners).await(started);
      announce(listeners, password);
      try (Repeating reload =
          Repeating.every(Duration.ofSeconds(10), "certificate-watch", key::reloadIfChanged)) {
        started.waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopServer();
    }
    if (!stopping) {
      throw new StartFailure(
          "the server ended by itself; its log is " + data.file("logs/server.log"));
    }
    return 0;
  }

  private @Nullable EmbeddedPostgres startDatabase(DataDirectory data, Secrets secrets)
      throws StartFailure {
    return settings.find(Setting.DATABASE_URL).isPresent()
        ? null
        : EmbeddedPostgres.start(data, secrets);
  }

  private Database databaseOf(@Nullable EmbeddedPostgres embedded) throws StartFailure {
    return embedded != null
        ? embedded.database()
        : new Database(
            settings.text(Setting.DATABASE_URL),
            settings.text(Setting.DATABASE_USER),
            settings.find(Setting.DATABASE_PASSWORD).orElse(""));
  }

  /** The administrator's password in the secrets; empty while a setting says another. */
  private static Optional<AdminPassword> adminPassword(Settings settings, Secrets secrets)
      throws StartFailure {
    return settings.find(Setting.ADMIN_PASSWORD).isPresent()
        ? Optional.empty()
        : Optional.of(AdminPassword.in(secrets));
  }

  /** The operator's key for the tokens in the database, or else this installation's own. */
  static String sealKey(Settings settings, Secrets secrets) throws StartFailure {
    Optional<String> given = settings.find(Setting.SEAL_KEY);
    return given.isPresent() ? given.get() : secrets.key("seal.key");
  }

  /** What the server's configuration and the application take from their environment. */
  static Map<String, String> environment(
      Settings settings, DataDirectory data, Secrets secrets, ServerKey key, Database database)
      throws StartFailure {
    Settings complete =
        settings
            .withWholePaths(Setting.DNSSEC_ANCHOR, Setting.MAILBOXES, Setting.PROBE_CA)
            .with(Setting.DATA_DIR, data.file("").toString())
            .with(Setting.DATABASE_URL, database.url())
            .with(Setting.DATABASE_USER, database.user())
            .with(Setting.DATABASE_PASSWORD, database.password())
            .with(Setting.SEAL_KEY, sealKey(settings, secrets));
    Map<String, String> environment = new TreeMap<>(complete.asEnvironment());
    PasswordHash adminPassword =
        adminPassword(settings, secrets)
            .map(AdminPassword::hash)
            .orElseGet(() -> PasswordHash.of(settings.text(Setting.ADMIN_PASSWORD)));
    environment.put("ADMIN_PASSWORD_HASH", adminPassword.text());
    environment.put("SCHEDULER_PASSWORD", secrets.get("scheduler.password"));
    environment.put("LTPA_PASSWORD", secrets.get("ltpa.password"));
    environment.put("KEYSTORE_FILE", key.keyStore().toString());
    environment.put("KEYSTORE_PASSWORD", key.password());
    environment.put("KEYS_DIR", data.file("keys").toString());
    return environment;
  }

  private void announce(Listeners listeners, Optional<AdminPassword> password) {
    out.println();
    out.println("Farol is running.");
    out.println(
        "  Portal    https://" + listeners.localHost() + ":" + listeners.intranetPort() + "/");
    out.println("  Reports   " + settings.text(Setting.PUBLIC_URL) + "/tls-rpt/ingest/…");
    out.println("  User      admin");
    password.ifPresent(this::announce);
    out.println("  Next      sign in, add a domain, publish the two records it shows");
    out.println("  Stop      Ctrl-C");
    out.println();
  }

  private void announce(AdminPassword password) {
    password.made().ifPresent(made -> out.println("  Password  " + made + "   (shown only now)"));
    if (password.replacing()) {
      out.println("            a new one: the form in which the one before was kept is unknown");
    }
  }

  private void stop() {
    stopping = true;
    try {
      stopServer();
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stopServer() {
    LibertyServer running = server;
    if (running != null) {
      try {
        running.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
