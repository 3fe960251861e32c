package farol.domain.monitored;

import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The seal of this installation, whose key the launcher has checked against the database. */
@Dependent
class TokenSealProducer {
  @Produces
  @Singleton
  TokenSeal seal(Settings settings) {
    return TokenSeal.of(settings.text(Setting.SEAL_KEY));
  }
}
