package farol.wire;

import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the application a reader with the limits that the settings name. */
@Dependent
class ReportReaderProducer {
  @Produces
  @Singleton
  ReportReader reportReader(Settings settings) {
    return new ReportReader(ReadingLimits.of(settings));
  }
}
