package farol.launcher;

import farol.imports.ImportFolder;
import farol.imports.ImportRefusal;
import farol.imports.LocalImports;
import farol.imports.ReportImport;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.store.DatabaseException;
import farol.store.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Imports into the installation on whose data directory this is: its server reads the files. */
final class ImportHere implements ImportTarget {
  private final Settings settings;
  private final Path data;
  private final long account;

  private ImportHere(Settings settings, Path data, long account) {
    this.settings = settings;
    this.data = data;
    this.account = account;
  }

  /**
   * Finds the installation and the account.
   *
   * @param accountName null: the only one that there is
   * @throws StartFailure if Farol does not run, or there is no such account
   */
  static ImportHere of(Settings settings, @Nullable String accountName) throws StartFailure {
    Path data = Path.of(settings.text(Setting.DATA_DIR)).toAbsolutePath().normalize();
    if (!DataDirectory.isInUse(data)) {
      throw new StartFailure(
          "Farol must be running on the data directory "
              + data
              + "; start it, or set FAROL_DATA_DIR");
    }
    try {
      return new ImportHere(settings, data, account(imports(settings, data), accountName));
    } catch (IOException | DatabaseException e) {
      throw failure(e);
    }
  }

  /** Anew each time: the database may be started again, on another port. */
  private static LocalImports imports(Settings settings, Path data)
      throws IOException, StartFailure {
    Optional<String> url = settings.find(Setting.DATABASE_URL);
    Database database =
        url.isPresent()
            ? new Database(
                url.get(),
                settings.text(Setting.DATABASE_USER),
                settings.find(Setting.DATABASE_PASSWORD).orElse(""))
            : EmbeddedPostgres.runningIn(DataDirectory.seen(data));
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());
    return new LocalImports(new Sql(source));
  }

  private static long account(LocalImports imports, @Nullable String name) throws StartFailure {
    List<String> all = imports.accounts();
    if (name == null && all.size() != 1) {
      throw new StartFailure(
          all.isEmpty()
              ? "there is no account yet: sign in and add a domain"
              : "say for which account, by --account and one of " + String.join(", ", all));
    }
    return imports
        .account(name == null ? all.get(0) : name)
        .orElseThrow(
            () ->
                new StartFailure(
                    "there is no account " + name + ", only " + String.join(", ", all)));
  }

  @Override
  public long begin(Path path, Consumer<String> unread) throws StartFailure {
    try {
      Path whole = path.toRealPath();
      long bytes = Files.isRegularFile(whole) ? Files.size(whole) : 0;
      return imports(settings, data).begin(account, whole, bytes, ImportFolder.open(data).node());
    } catch (IOException | DatabaseException e) {
      throw failure(e);
    }
  }

  @Override
  public Optional<ReportImport> find(long id) throws StartFailure {
    if (!DataDirectory.isInUse(data)) {
      return Optional.empty(); // its database may be elsewhere, and answer still
    }
    try {
      return Optional.of(
          imports(settings, data)
              .find(account, id)
              .orElseThrow(() -> new StartFailure("import " + id + " is gone")));
    } catch (IOException | DatabaseException away) {
      return Optional.empty();
    }
  }

  @Override
  public List<ImportRefusal> refusals(long id, int most) throws StartFailure {
    try {
      return imports(settings, data).refusals(account, id, most);
    } catch (IOException | DatabaseException e) {
      throw failure(e);
    }
  }

  private static StartFailure failure(Exception cause) {
    return new StartFailure(String.valueOf(cause.getMessage()), cause);
  }
}
