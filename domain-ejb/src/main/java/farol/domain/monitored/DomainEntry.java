package farol.domain.monitored;

import farol.domain.shared.DomainName;
import java.time.Instant;

/** What a domain is found by. */
record DomainEntry(long id, DomainName name, DomainState state, Instant createdAt) {
  /** As the query of entries makes them. */
  DomainEntry(Long id, String name, DomainState state, Instant createdAt) {
    this((long) id, DomainName.parse(name), state, createdAt);
  }
}
