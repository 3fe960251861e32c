package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import farol.settings.Setting;
import farol.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportHereIT {
  @TempDir Path folder;

  @Test
  void aFarolThatWasStoppedSaysNothingThoughItsDatabaseIsThere() throws Exception {
    Path data = folder.resolve("data");
    Path file = Files.createFile(folder.resolve("old.zip"));
    try (ExternalPostgres postgres = ExternalPostgres.start(folder.resolve("postgres"));
        OtherProcess farol = OtherProcess.run(DataDirectoryTest.HoldDataDirectory.class, data)) {
      Map<String, String> environment = new HashMap<>(postgres.settings());
      environment.put("FAROL_DATA_DIR", data.toString());
      Settings settings = Settings.of(environment);
      Migrations.run(
          new Database(
              settings.find(Setting.DATABASE_URL).orElseThrow(),
              settings.text(Setting.DATABASE_USER),
              settings.find(Setting.DATABASE_PASSWORD).orElseThrow()));
      try (Connection database = postgres.connect();
          Statement statement = database.createStatement()) {
        statement.executeUpdate("insert into account (founder, created_at) values ('ann', now())");
      }
      ImportHere here = ImportHere.of(settings, null);
      long id = here.begin(file, unread -> {});
      assertThat(here.find(id)).isPresent();

      farol.kill();

      assertThat(here.find(id)).isEmpty();
    }
  }
}
