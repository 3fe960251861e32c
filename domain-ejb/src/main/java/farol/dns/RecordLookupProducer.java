package farol.dns;

import farol.domain.lookup.RecordLookup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the application the look-up through the resolvers that the settings name. */
@Dependent
class RecordLookupProducer {
  @Produces
  @Singleton
  RecordLookup recordLookup(ServerList servers) {
    return new DnsjavaLookup(servers, DnsjavaLookup.LIMIT);
  }
}
