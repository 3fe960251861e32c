package farol.dns;

import farol.domain.lookup.DaneLookup;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands the application the look-up of DANE, with the proof that the settings ask for. */
@Dependent
class DaneLookupProducer {
  @Produces
  @Singleton
  DaneLookup daneLookup(Settings settings, ServerList servers, Clock clock) {
    return DnsjavaDaneLookup.of(settings, servers, clock);
  }
}
