package farol.settings;

import farol.network.TrustedProxies;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hands the application the settings that the launcher has checked, from MicroProfile Config. */
@Dependent
class SettingsProducer {
  @Produces
  @Singleton
  Settings settings() {
    Map<String, String> environment = new HashMap<>();
    for (Setting setting : Setting.values()) {
      ConfigProvider.getConfig()
          .getOptionalValue(setting.variable(), String.class)
          .ifPresent(value -> environment.put(setting.variable(), value));
    }
    return Settings.of(environment);
  }

  @Produces
  @Singleton
  TrustedProxies trustedProxies(Settings settings) {
    return new TrustedProxies(settings.networks(Setting.TRUSTED_PROXIES));
  }
}
