package farol.imports;

import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;

/** Opens the imports' folder in the data directory for the application. */
@Dependent
class ImportFolderProducer {
  @Produces
  @Singleton
  ImportFolder folder(Settings settings) throws IOException {
    return ImportFolder.open(Path.of(settings.text(Setting.DATA_DIR)));
  }
}
