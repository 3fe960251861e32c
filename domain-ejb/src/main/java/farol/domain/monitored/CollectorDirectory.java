package farol.domain.monitored;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import farol.domain.shared.DomainName;
import farol.store.DatabaseException;
import farol.store.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the domain that a token belongs to. Remembers answers, unknown tokens included, for half a
 * minute: that is how long another node may still use a collector that this one has retired early
 * or deleted.
 *
 * <p>It also knows what it was told last, however long ago, for those who can't wait for a database
 * that is away. Tokens are random, so one that was unknown once does not become known later.
 */
@ApplicationScoped
public class CollectorDirectory {
  private static final Duration MEMORY = Duration.ofSeconds(30);
  private static final int MOST_REMEMBERED = 50_000;
  private static final TokenHash NOBODYS = new TokenHash("0".repeat(64));

  private final Cache<TokenHash, CompletableFuture<Optional<CollectorRoute>>> answers =
      Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST_REMEMBERED).build();
  private final Cache<TokenHash, Optional<CollectorRoute>> lastKnown =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  @Resource(lookup = "jdbc/farol-intake")
  DataSource database;

  @Inject LookupThreads lookups;

  /** Asks once before the first sender comes, who may not have the time that connecting takes. */
  void connect(@Observes Startup start) {
    var unused = find(NOBODYS, Instant.EPOCH);
  }

  /**
   * The route of a token that is live at a time; empty for one that is unknown or retired by then.
   *
   * @return complete already where the answer is remembered; completes exceptionally if the
   *     database can't be asked
   */
  public CompletableFuture<Optional<CollectorRoute>> find(TokenHash token, Instant time) {
    CompletableFuture<Optional<CollectorRoute>> answer =
        answers.get(token, key -> CompletableFuture.supplyAsync(() -> load(key), lookups));
    return answer
        .whenComplete(
            (route, failure) -> {
              if (failure != null) {
                answers.asMap().remove(token, answer); // so that it is asked for again
              }
            })
        .thenApply(route -> route.filter(found -> found.isLive(time)));
  }

  /** The route that a token had when the database was last asked for it, if it is still live. */
  public Optional<CollectorRoute> lastRoute(TokenHash token, Instant time) {
    return Optional.ofNullable(lastKnown.getIfPresent(token))
        .flatMap(route -> route)
        .filter(route -> route.isLive(time));
  }

  /**
   * Whether the database was once asked for a token, and said that it is none, or retired since.
   */
  public boolean isKnownDead(TokenHash token, Instant time) {
    return lastKnown.getIfPresent(token) != null && lastRoute(token, time).isEmpty();
  }

  /** Whether the database answers now. */
  public boolean isReachable() {
    try {
      load(NOBODYS);
      return true;
    } catch (DatabaseException e) {
      return false;
    }
  }

  /** Looks a domain's tokens up anew from now on. */
  void forget(long domainId) {
    answers
        .asMap()
        .values()
        .removeIf(
            answer ->
                !answer.isCompletedExceptionally()
                    && belongs(answer.getNow(Optional.empty()), domainId));
    lastKnown.asMap().values().removeIf(route -> belongs(route, domainId));
  }

  private static boolean belongs(Optional<CollectorRoute> route, long domainId) {
    return route.filter(found -> found.domainId() == domainId).isPresent();
  }

  private Optional<CollectorRoute> load(TokenHash token) {
    Optional<CollectorRoute> loaded =
        new Sql(database)
            .find(
                """
                select d.id, d.name, d.mx_hosts, d.demo, c.retires_at
                from collector c join monitored_domain d on d.id = c.domain_id
                where c.token_hash = ?
                """,
                CollectorDirectory::route,
                (Object) token.bytes());
    lastKnown.put(token, loaded);
    return loaded;
  }

  static CollectorRoute route(ResultSet row) throws SQLException {
    @Nullable Array mxHosts = row.getArray("mx_hosts");
    @Nullable OffsetDateTime retiresAt = row.getObject("retires_at", OffsetDateTime.class);
    return new CollectorRoute(
        row.getLong("id"),
        DomainName.parse(row.getString("name")),
        mxHosts == null ? Set.of() : Set.of((String[]) mxHosts.getArray()),
        row.getBoolean("demo"),
        retiresAt == null ? null : retiresAt.toInstant());
  }
}
