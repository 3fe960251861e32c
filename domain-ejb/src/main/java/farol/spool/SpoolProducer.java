package farol.spool;

import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;

/** Opens the spool in the data directory for the application. */
@Dependent
class SpoolProducer {
  @Produces
  @Singleton
  Spool spool(Settings settings) throws IOException {
    return Spool.open(Path.of(settings.text(Setting.DATA_DIR), "spool"), SpoolLimits.of(settings));
  }
}
