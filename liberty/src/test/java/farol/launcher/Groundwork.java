package farol.launcher;

import farol.domain.monitored.TokenSeal;
import farol.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** All that a launcher prepares for a server, for tests that start the server by other means. */
public final class Groundwork implements AutoCloseable {
  private final DataDirectory data;
  private final EmbeddedPostgres postgres;
  private final Map<String, String> environment;

  private Groundwork(
      DataDirectory data, EmbeddedPostgres postgres, Map<String, String> environment) {
    this.data = data;
    this.postgres = postgres;
    this.environment = environment;
  }

  /**
   * A database with Farol's tables, keys and secrets, in an empty data directory.
   *
   * @param variables settings by the names of their variables
   */
  public static Groundwork lay(Path folder, Map<String, String> variables) throws StartFailure {
    Settings settings = Settings.of(variables);
    DataDirectory data = DataDirectory.open(folder);
    Secrets secrets = Secrets.in(data);
    ServerKey key = ServerKey.prepare(data, secrets, settings);
    EmbeddedPostgres postgres = EmbeddedPostgres.start(data, secrets);
    Migrations.run(postgres.database());
    SealedTokens.prepare(postgres.database(), TokenSeal.of(Farol.sealKey(settings, secrets)));
    return new Groundwork(
        data, postgres, Farol.environment(settings, data, secrets, key, postgres.database()));
  }

  /** Of the server's process. */
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public void close() throws StartFailure, IOException {
    postgres.close();
    data.close();
  }
}
