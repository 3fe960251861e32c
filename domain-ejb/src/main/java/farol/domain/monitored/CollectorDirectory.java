package farol.domain.monitored;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import farol.domain.shared.DomainName;
import farol.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the domain that a token belongs to. Remembers answers, unknown tokens included, for half a
 * minute: that is how long another node may still use a collector that this one has retired early
 * or deleted.
 */
@ApplicationScoped
public class CollectorDirectory {
  private static final Duration MEMORY = Duration.ofSeconds(30);
  private static final int MOST_REMEMBERED = 50_000;

  private final Cache<CollectorToken, Optional<CollectorRoute>> routes =
      Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST_REMEMBERED).build();

  @Inject Sql sql;
  @Inject Clock clock;

  /** The route of a live token; empty for one that is unknown or retired. */
  public Optional<CollectorRoute> find(CollectorToken token) {
    Instant now = clock.instant();
    return routes.get(token, this::load).filter(route -> route.isLive(now));
  }

  /** Looks a domain's tokens up anew from now on. */
  void forget(long domainId) {
    routes
        .asMap()
        .values()
        .removeIf(route -> route.isPresent() && route.get().domainId() == domainId);
  }

  private Optional<CollectorRoute> load(CollectorToken token) {
    return sql.find(
        """
        select d.id, d.name, d.mx_hosts, c.retires_at
        from collector c join monitored_domain d on d.id = c.domain_id
        where c.token_hash = ?
        """,
        CollectorDirectory::route,
        (Object) token.hash().bytes());
  }

  private static CollectorRoute route(ResultSet row) throws SQLException {
    @Nullable Array mxHosts = row.getArray("mx_hosts");
    @Nullable OffsetDateTime retiresAt = row.getObject("retires_at", OffsetDateTime.class);
    return new CollectorRoute(
        row.getLong("id"),
        DomainName.parse(row.getString("name")),
        mxHosts == null ? Set.of() : Set.of((String[]) mxHosts.getArray()),
        retiresAt == null ? null : retiresAt.toInstant());
  }
}
