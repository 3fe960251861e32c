package farol.dns;

import farol.domain.lookup.RecordLookup;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the application the look-up through the resolvers that the settings name. */
@Dependent
class RecordLookupProducer {
  @Produces
  @Singleton
  RecordLookup recordLookup(Settings settings) {
    return new DnsjavaLookup(DnsServers.parse(settings.find(Setting.DNS_SERVERS).orElse("")));
  }
}
