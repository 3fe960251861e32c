package farol.dns;

import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands all look-ups the same resolvers, so that they share what these may be asked at once. */
@Dependent
class ServerListProducer {
  @Produces
  @Singleton
  ServerList servers(Settings settings) {
    return ServerList.of(
        DnsServers.parse(settings.find(Setting.DNS_SERVERS).orElse("")), DnsjavaLookup.PATIENCE);
  }
}
